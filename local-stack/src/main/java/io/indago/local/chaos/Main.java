package io.indago.local.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./indago chaos}. */
@Command(
        name = "indago chaos",
        sortOptions = false,
        description =
                "Kills and hinders a hub and what it runs on while lookups are made, and checks that every lookup is"
                        + " accounted for exactly once. It has a stack of its own in .indago/chaos.",
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago chaos --seed 42",
            "  ./indago chaos --seed 42 --only hub-killed --lookups 5000",
            "  ./indago chaos --rounds 20 --lookups 500 --outage 3"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything holds",
            "1:something does not, could not be started, or can't be done here though it was named",
            "2:misused"
        })
final class Main implements Callable<Integer> {
    private static final int LONG_LOOKUPS = 5_000;
    private static final int LONG_OUTAGE = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            description =
                    "decides moments, pauses and values; the same one does the same again (unless said: another each"
                            + " time)")
    private @Nullable Long seed;

    @Option(names = "--rounds", paramLabel = "<number>", description = "all of it so often, each with the next seed")
    private int rounds = 1;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "<scenario>",
            description = "these scenarios, out of: ${COMPLETION-CANDIDATES}",
            completionCandidates = Names.class)
    private List<String> only = List.of();

    @Option(
            names = "--lookups",
            paramLabel = "<number>",
            description = "the fewest of a scenario (unless said: ${DEFAULT-VALUE})")
    private int lookups = 2_000;

    @Option(
            names = "--outage",
            paramLabel = "<seconds>",
            description = "the longest time something is away (unless said: ${DEFAULT-VALUE})")
    private int outage = 10;

    @Option(names = "--long", description = "5000 lookups and outages of a minute")
    private boolean isLong;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    private boolean help;

    private final Path state;

    Main(Path state) {
        this.state = state;
    }

    public static void main(String[] arguments) {
        Path state = Path.of(System.getenv("INDAGO_STATE")).resolve("chaos");
        System.exit(new CommandLine(new Main(state)).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<String> unknown =
                only.stream().filter(name -> !Names.all().contains(name)).toList();
        if (!unknown.isEmpty() || rounds < 1 || lookups < 1 || outage < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    unknown.isEmpty()
                            ? "rounds, lookups and outage are numbers from 1 on"
                            : "there is no scenario " + unknown + ": they are " + Names.all());
        }
        Plan plan = new Plan(
                state,
                Optional.ofNullable(seed).orElseGet(() -> System.nanoTime() % 1_000_000),
                rounds,
                only,
                isLong ? LONG_LOOKUPS : lookups,
                Duration.ofSeconds(isLong ? LONG_OUTAGE : outage),
                Duration.ofSeconds(60));
        return Result.allHold(new Chaos(plan, System.out).run()) ? 0 : 1;
    }

    /** What there is to choose from. */
    static final class Names implements Iterable<String> {

        static List<String> all() {
            return Scenarios.all().stream().map(Scenario::name).toList();
        }

        @Override
        public java.util.Iterator<String> iterator() {
            return all().iterator();
        }
    }
}
