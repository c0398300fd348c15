package io.indago.local;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Says what runs; exit code 0 when the hub answers. */
final class Status {

    private final Path state;
    private final URI hub;
    private final PrintStream out;

    Status(Path state, Map<String, String> environment, PrintStream out) {
        this.state = requireNonNull(state);
        this.hub = hub(state, environment);
        this.out = requireNonNull(out);
    }

    int run() {
        List<RecordedProcess> running = new ProcessLedger(state).alive();
        if (running.isEmpty()) {
            out.println("Indago is not running; './indago up' starts it.");
            return 1;
        }
        for (RecordedProcess process : running) {
            out.printf("%-12s process %-8d since %s%n", process.name(), process.pid(), process.started());
        }
        boolean launched = running.stream().anyMatch(process -> process.name().equals(ProcessLedger.LAUNCHER));
        if (!launched) {
            out.println("The launcher was killed; './indago down' stops the rest.");
            return 1;
        }
        boolean answers = Probe.answersOk(hub.resolve("/api/status"));
        out.println("The hub at " + hub + (answers ? " answers." : " does not answer (yet)."));
        return answers ? 0 : 1;
    }

    private static URI hub(Path state, Map<String, String> environment) {
        String url = PrivateProperties.read(DemoProperties.in(state).file()).getProperty("hub.url");
        return URI.create(
                url != null
                        ? url
                        : "http://127.0.0.1:" + Ports.from(environment).of(PortName.HUB));
    }
}
