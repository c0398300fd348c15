package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the hub about one indicator. */
@Command(
        name = "lookup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks the hub what is known about an indicator, and shows the verdict, the reasons for it and what each"
                    + " provider said.",
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago lookup 185.220.101.34",
            "  ./indago lookup 'hxxp[://]evil-updates[.]com/payload.exe' --deadline 3s",
            "  ./indago lookup 44d88612fea8a8f36de82e1278abb02f --tlp GREEN",
            "  ./indago lookup wikipedia.org --json | jq .verdict",
            "",
            "The hub and the login are those of ./indago up: demo.properties in the folder that INDAGO_STATE",
            "names, or in .indago here. NO_COLOR turns colours off, COLUMNS says how wide the terminal is."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered, whatever the verdict; standard error names the providers that did not answer",
            "1:the client itself failed",
            "2:not an indicator, or an option that can't be read",
            "3:no local hub is set up, the login was refused, or it does not permit lookups",
            "4:the hub can't be reached or can't answer now"
        })
final class LookupCommand implements Callable<Integer> {
    /** What Java makes of an argument's bytes that are no text in the locale's encoding. */
    private static final char UNDECODABLE = '\ufffd';

    private final Path state;
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "<indicator>",
            description = "an IP address, domain, URL or hash, defanged or not; its type is detected")
    private String indicator = "";

    @Option(
            names = "--deadline",
            paramLabel = "<time>",
            converter = DeadlineConverter.class,
            description = "when the providers' work stops, 500ms or 3s; the hub's usual one is 10s")
    private @Nullable Duration deadline;

    @Option(
            names = "--tlp",
            paramLabel = "<label>",
            description = "with whom it may be shared: CLEAR, GREEN, AMBER (usual), AMBER+STRICT, RED")
    private @Nullable String tlp;

    @Option(
            names = "--pap",
            paramLabel = "<label>",
            description = "what may be done with it: CLEAR, GREEN, AMBER (usual), RED")
    private @Nullable String pap;

    @Option(names = "--json", description = "write the hub's answer as it is, and nothing else")
    private boolean json;

    @Option(
            names = "--url",
            paramLabel = "<address>",
            converter = AddressConverter.class,
            description = "ask this hub instead, with the same login")
    private @Nullable URI url;

    LookupCommand(Path state, Terminal terminal) {
        this.state = state;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        if (indicator.indexOf(UNDECODABLE) >= 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The indicator has characters that the locale's encoding lacks: set LC_ALL=C.UTF-8, or write xn--...");
        }
        Enrichment enrichment = client(Settings.in(state))
                .lookup(
                        indicator,
                        new LookupOptions(
                                Optional.ofNullable(deadline), Optional.ofNullable(tlp), Optional.ofNullable(pap)));
        terminal.print(
                json ? SafeText.ofJson(enrichment.json()) + "\n" : new LookupPage(terminal.display()).text(enrichment));
        tellWhoDidNotAnswer(enrichment);
        return ExitCode.ANSWERED;
    }

    private IndagoClient client(Settings settings) {
        HttpClient http = IndagoClient.usualHttp();
        TokenSource tokens =
                new PasswordTokenSource(http, settings.tokenEndpoint(), settings.analyst(), Clock.systemUTC());
        return new IndagoClient(http, url == null ? settings.hub() : url, tokens);
    }

    private void tellWhoDidNotAnswer(Enrichment enrichment) {
        String silent = enrichment.reports().stream()
                .filter(report -> report.asked() && !report.answered())
                .map(report -> report.provider() + " (" + report.status() + ")")
                .collect(Collectors.joining(", "));
        if (!silent.isEmpty()) {
            terminal.tell("note: no answer from " + silent);
        }
    }
}
