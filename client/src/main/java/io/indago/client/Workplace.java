package io.indago.client;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the commands work with.
 *
 * @param state the folder of the local hub, which need not exist
 */
record Workplace(Path state, SessionFile session, Terminal terminal, Clock clock, Pause pause) {

    static Workplace of(Map<String, String> environment, Terminal terminal) {
        String state = environment.getOrDefault("INDAGO_STATE", "");
        return new Workplace(
                Path.of(state.isEmpty() ? ".indago" : state),
                SessionFile.of(environment),
                terminal,
                Clock.systemUTC(),
                Pause.REAL);
    }
}
