package io.indago.client;

import io.indago.client.LookupOutcome.Answered;
import io.indago.client.LookupOutcome.Planned;
import io.indago.client.Settings.SetupException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the hub about indicators. */
@Command(
        name = "lookup",
        header = {"Ask what is known about indicators.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks the hub what is known about indicators.",
            "",
            "One indicator as an argument: the verdict, the reasons for it and what each provider said. Several, or"
                    + " those of a file or of standard input: a row for each on a terminal, elsewhere JSON lines, in"
                    + " the order of the input. An indicator without an answer is a line {\"input\": ..., \"problem\":"
                    + " {...}} there, and the rest is asked all the same. Ctrl-C shows what is done so far.",
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago lookup 185.220.101.34",
            "  ./indago lookup 'hxxp[://]evil-updates[.]com/payload.exe' --deadline 3s",
            "  ./indago lookup 44d88612fea8a8f36de82e1278abb02f --tlp GREEN",
            "  ./indago lookup 8.8.8.8 --pap RED --plan",
            "  ./indago lookup wikipedia.org --json | jq .verdict",
            "  ./indago lookup --file indicators.txt --parallel 16 > enrichments.jsonl",
            "  grep -o '[0-9.]*$' hosts.log | ./indago lookup",
            "",
            "NO_COLOR turns colours off, COLUMNS says how wide the terminal is."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all answered, whatever the verdicts; standard error names the providers that did not answer",
            ExitCode.CLIENT_FAILED_HELP,
            "2:an input that is no indicator, or an option that can't be read",
            "3:not logged in, the login was refused, or it does not permit lookups; nothing more is asked then",
            "4:the hub could not be reached or could not answer, for one indicator at least"
        })
final class LookupCommand implements Callable<Integer> {
    private static final int MOST_PARALLEL = 64;

    private final Workplace workplace;
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "<indicator>",
            description =
                    "an IP address, network, domain, URL, hash, e-mail address, CVE or AS number, defanged or not;"
                            + " its type is detected; - is those of standard input, one per line")
    private List<String> arguments = List.of();

    @Option(
            names = "--file",
            paramLabel = "<file>",
            description = "more of them, one per line; blank lines and those that begin with # are skipped; - is"
                    + " standard input, which is read anyway when it is no terminal and nothing else is given")
    private @Nullable Path file;

    @Option(
            names = "--deadline",
            paramLabel = "<time>",
            converter = DeadlineConverter.class,
            description = "when the providers' work stops, 500ms or 3s; the hub's usual one is 10s")
    private @Nullable Duration deadline;

    @Option(
            names = "--tlp",
            paramLabel = "<tlp>",
            completionCandidates = Labels.Tlp.class,
            description = "with whom it may be shared: CLEAR, GREEN, AMBER (usual), AMBER+STRICT, RED")
    private @Nullable String tlp;

    @Option(
            names = "--pap",
            paramLabel = "<pap>",
            completionCandidates = Labels.Pap.class,
            description = "what may be done with it: CLEAR, GREEN, AMBER (usual), RED")
    private @Nullable String pap;

    @Option(
            names = "--plan",
            description = "send nothing: say who would be asked and what, what it costs, and why not the others")
    private boolean plan;

    @Option(
            names = "--parallel",
            paramLabel = "<number>",
            defaultValue = "8",
            description = "how many to ask about at once, 1 to 64; usually ${DEFAULT-VALUE}")
    private int parallel;

    @Option(names = "--json", description = "write the hub's answers as they are, one per line, and nothing else")
    private boolean json;

    @Mixin
    private HubOptions hub = new HubOptions();

    LookupCommand(Workplace workplace) {
        this.workplace = workplace;
        this.terminal = workplace.terminal();
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        List<String> inputs = inputs();
        if (inputs.isEmpty()) {
            terminal.tell("note: no indicators to look up");
            return ExitCode.ANSWERED;
        }
        LookupOptions options =
                new LookupOptions(Optional.ofNullable(deadline), Optional.ofNullable(tlp), Optional.ofNullable(pap));
        Patience patience = new Patience(workplace.pause());
        IndagoClient client = new HubAccess(workplace).client(hub);
        if (arguments.size() == 1 && !isStandardInput(arguments.get(0)) && file == null && !json) {
            if (plan) {
                LookupPlan planned = patience.ask(() -> client.plan(inputs.get(0), options));
                terminal.print(new PlanPage(terminal.display()).text(planned));
            } else {
                show(patience.ask(() -> client.lookup(inputs.get(0), options)));
            }
            return ExitCode.ANSWERED;
        }
        Inquiry.Question question = plan
                ? input -> new Planned(input, client.plan(input, options))
                : input -> new Answered(input, client.lookup(input, options));
        return new LookupBatch(terminal, sheet(inputs), parallel, inputs).ask(new Inquiry(question, patience));
    }

    private LookupSheet sheet(List<String> inputs) {
        if (json || !terminal.isInteractive(StandardStream.OUT)) {
            return new JsonLines();
        }
        return plan ? new PlanSheet(terminal.display()) : new LookupTable(terminal.display(), inputs);
    }

    private List<String> inputs() {
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw misuse("--parallel is a number from 1 to " + MOST_PARALLEL);
        }
        if (!arguments.stream().allMatch(Inquiry::isDecodable)) {
            throw misuse(
                    "The indicator has characters that the locale's encoding lacks: set LC_ALL=C.UTF-8, or write xn--...");
        }
        List<String> inputs = new ArrayList<>();
        arguments.forEach(argument ->
                inputs.addAll(isStandardInput(argument) ? lines(IndicatorList.STANDARD_INPUT) : List.of(argument)));
        if (file != null) {
            inputs.addAll(lines(file));
        } else if (arguments.isEmpty()) {
            if (terminal.isInteractive(StandardStream.IN)) {
                throw misuse("An indicator is missing");
            }
            inputs.addAll(lines(IndicatorList.STANDARD_INPUT));
        }
        return inputs;
    }

    private static boolean isStandardInput(String argument) {
        return argument.equals(IndicatorList.STANDARD_INPUT.toString());
    }

    private List<String> lines(Path source) {
        try {
            return IndicatorList.read(source, terminal.in());
        } catch (IOException unreadable) {
            throw misuse("The file " + source + " can't be read (" + unreadable + ")");
        }
    }

    private ParameterException misuse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void show(Enrichment enrichment) {
        terminal.print(new LookupPage(terminal.display()).text(enrichment));
        new SilenceNote(terminal).tell(enrichment);
    }
}
