package io.indago.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command line with everything it touches in the hands of a test; time passes only where it pauses. */
final class Bench implements AutoCloseable {
    final FakeServer server = new FakeServer();
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    final Path state;
    final SessionFile session;
    Optional<ClientLogin> program = Optional.empty();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private InputStream in = InputStream.nullInputStream();
    private Set<StandardStream> interactive = EnumSet.of(StandardStream.IN);
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    /** One whose local hub is the fake server. */
    Bench(Path folder) {
        this.state = folder.resolve("state");
        this.session = new SessionFile(folder.resolve("config/indago/session.json"));
        try {
            Files.createDirectories(state);
            Files.writeString(state.resolve("demo.properties"), """
                    hub.url=%1$s
                    keycloak.issuer=%1$s
                    keycloak.token-endpoint=%1$s/token
                    login.client-id=client
                    login.client-secret=secret
                    analyst.username=analyst
                    analyst.password=pass
                    admin.username=admin
                    admin.password=word
                    """.formatted(server.address()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int run(String... arguments) {
        return Main.commandLine(workplace()).execute(arguments);
    }

    Workplace workplace() {
        Terminal terminal = new Terminal(
                new Display(100, false, true),
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive);
        return new Workplace(state, session, program, terminal, clock(), this::pause);
    }

    Clock clock() {
        return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    }

    void pause(Duration time) {
        pauses.add(time);
        now = now.plus(time);
    }

    void types(String input) {
        types(input.getBytes(StandardCharsets.UTF_8));
    }

    /** Into standard input, which is no terminal then. */
    void types(byte[] input) {
        in = new ByteArrayInputStream(input);
        interactive = EnumSet.copyOf(interactive);
        interactive.remove(StandardStream.IN);
    }

    void sitsAt(StandardStream... streams) {
        interactive = Set.of(streams);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
