package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what everybody has used. */
@Command(
        name = "reports",
        header = {"Show what was used, by whom and of what.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows what was used: requests, lookups, what was asked of providers and what it cost. Takes the scope"
                    + " mon:read or mon.",
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago reports",
            "  ./indago reports --by provider --from 2026-11-01",
            "  ./indago reports --user alice --by day --csv > alice.csv"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class ReportsCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Option(
            names = "--by",
            paramLabel = "<what>",
            description = "what a row is: user, provider, type, outcome, status or day")
    private @Nullable String by;

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Mixin
    private HubOptions hub = new HubOptions();

    ReportsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>(options.parameters());
        if (by != null) {
            parameters.put("by", by);
        }
        String path = options.path("/api/admin/reports", "/api/admin/report");
        HubDialogue dialogue = new HubDialogue(workplace, hub, options.json());
        if (options.csv()) {
            workplace.terminal().print(dialogue.monitor(client -> client.csv(path, parameters)));
            return ExitCode.ANSWERED;
        }
        UsageReport report = dialogue.monitor(client -> client.report(path, parameters));
        dialogue.print(report.json(), display -> new ReportPage(display).text(report));
        return ExitCode.ANSWERED;
    }
}
