package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the log of requests. */
@Command(
        name = "requests",
        header = {"Show the requests made to the hub.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows who asked the hub for what, the latest first. Takes the scope mon:read or mon.",
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago requests",
            "  ./indago requests --user alice --from 2026-11-01",
            "  ./indago requests --user alice --csv > alice.csv"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class RequestsCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Mixin
    private HubOptions hub = new HubOptions();

    RequestsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        String path = options.path("/api/admin/logs", "/api/admin/log");
        HubDialogue dialogue = new HubDialogue(workplace, hub, options.json());
        if (options.csv()) {
            workplace.terminal().print(dialogue.monitor(client -> client.csv(path, options.parameters())));
            return ExitCode.ANSWERED;
        }
        RequestLog log = dialogue.monitor(client -> client.requests(path, options.parameters()));
        dialogue.print(log.json(), display -> new RequestLogPage(display).text(log));
        return ExitCode.ANSWERED;
    }
}
