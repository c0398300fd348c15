package io.indago.client;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What the commands work with.
 *
 * @param state the folder of the local hub, which need not exist
 * @param program as which program to log in, where no person does
 */
record Workplace(
        Path state, SessionFile session, Optional<ClientLogin> program, Terminal terminal, Clock clock, Pause pause) {

    static Workplace of(Map<String, String> environment, Terminal terminal) {
        String state = environment.getOrDefault("INDAGO_STATE", "");
        return new Workplace(
                Path.of(state.isEmpty() ? ".indago" : state),
                SessionFile.of(environment),
                ClientLogin.of(environment),
                terminal,
                Clock.systemUTC(),
                Pause.REAL);
    }
}
