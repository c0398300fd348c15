package io.indago.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, as Markdown. */
final class ResultTable {
    private final Options options;
    private final Results results;
    private final List<Hub> hubs;
    private final Map<String, String> accounted;

    ResultTable(Options options, Results results, List<Hub> hubs, Map<String, String> accounted) {
        this.options = options;
        this.results = results;
        this.hubs = hubs;
        this.accounted = accounted;
    }

    String text() {
        return Stream.of(machine(), cells(), targets(), checks()).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String machine() {
        String jdks = hubs.stream().map(hub -> "JDK " + hub.jdk().version()).collect(Collectors.joining(", "));
        return "# Indago bench: " + options.plan().name() + ", " + LocalDate.now() + ", commit " + options.source()
                + "\n\n" + Machine.describe()
                + "; server on core " + options.server().list() + ", everything else on core "
                + options.rest().list() + "; " + jdks + "; bound on JDK "
                + options.newest().version() + "; "
                + options.plan().rounds() + " interleaved round(s) of "
                + options.plan().window().toSeconds() + " s, medians; warmed for "
                + options.plan().warmUp().toSeconds() + " s"
                + (options.plan().rounds() == 1 ? "; **one short round: nothing to quote**" : "")
                + (options.hubOptions().isEmpty() ? "" : "; hub options " + String.join(" ", options.hubOptions()));
    }

    private String cells() {
        StringBuilder table = new StringBuilder(
                "| clients, providers at | server | lookups/s (range) | p50 ms | p99 ms | errors | 503 + Retry-After"
                        + " | CPU ms/lookup | RSS MB (peak) | own core, others there, other core |\n"
                        + "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        for (Cell cell : options.plan().cells()) {
            for (String server : servers()) {
                table.append(row(cell, server, results.of(server, cell)));
            }
        }
        return table.toString().strip();
    }

    private Stream<String> names() {
        return hubs.stream().map(hub -> hub.server().name());
    }

    private List<String> servers() {
        return Stream.concat(names(), Stream.of(Bench.BOUND)).toList();
    }

    private static String row(Cell cell, String server, List<Measurement> rounds) {
        ToDoubleFunction<Measurement> speed = Measurement::perSecond;
        return String.format(
                Locale.ROOT,
                "| %,d, %d ms | %s | %,.0f (%,.0f–%,.0f) | %.1f | %.1f | %d | %d | %.2f | %.0f (%.0f) | %.0f %%, %.0f %%,"
                        + " %.0f %% |%n",
                cell.clients(),
                cell.latency(),
                server,
                Medians.of(rounds, speed),
                rounds.stream().mapToDouble(speed).min().orElse(0),
                rounds.stream().mapToDouble(speed).max().orElse(0),
                Medians.of(rounds, Measurement::p50),
                Medians.of(rounds, Measurement::p99),
                rounds.stream().mapToLong(Measurement::failed).sum(),
                rounds.stream().mapToLong(Measurement::refused).sum(),
                Medians.of(rounds, Measurement::cpuMillis),
                Medians.of(rounds, Measurement::residentMegabytes),
                Medians.of(rounds, Measurement::peakMegabytes),
                100 * Medians.of(rounds, Measurement::serverBusy),
                100 * Medians.of(rounds, Measurement::foreign),
                100 * Medians.of(rounds, Measurement::restBusy));
    }

    private String targets() {
        StringBuilder table =
                new StringBuilder("| target | on | bound | value | wanted | |\n|---|---|--:|--:|--:|---|\n");
        hubs.forEach(hub -> new Targets(options.plan(), results, hub, hub.jdk().equals(options.newest()))
                .all()
                .forEach(target -> table.append(target.row())));
        return table.toString().strip();
    }

    private String checks() {
        StringBuilder text = new StringBuilder(
                "Every answer was verified: 200, its own address, a hit of each of the" + " eight providers.\n");
        accounted.forEach((server, sentence) ->
                text.append("- ").append(server).append(": ").append(sentence).append('\n'));
        double foreign =
                results.all().stream().mapToDouble(Measurement::foreign).max().orElse(0);
        text.append(String.format(
                Locale.ROOT, "- at most %.0f %% of the server's core was used by others in any cell%n", 100 * foreign));
        return text.toString().strip();
    }

    /** Where it ran. */
    private static final class Machine {
        private Machine() {}

        static String describe() {
            String model = read("/proc/cpuinfo", "model name");
            String memory = read("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
            return model + ", " + Command.run("nproc", "--all").strip() + " cores, "
                    + Long.parseLong(memory) / 1024 / 1024 + " GiB, Linux " + System.getProperty("os.version");
        }

        private static String read(String file, String field) {
            try (Stream<String> lines = Files.lines(Path.of(file))) {
                return lines.filter(line -> line.startsWith(field))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("?");
            } catch (IOException e) {
                return "?";
            }
        }
    }
}
