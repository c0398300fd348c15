package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what one connector was told. */
@Command(
        name = "deliveries",
        header = {"Show what a connector was told, and what it is still to be told.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows how many enrichments wait for a connector and how many were put aside; then what it was told last, the latest first,"
                    + " and what came of each. What the operator does not want it told is not listed. Times are in UTC.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago plugins deliveries misp-push --limit 100",
            "  ./indago plugins deliveries misp-push --json | jq '.deliveries[] | select(.outcome == \"failed\")'"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            ExitCode.CLIENT_FAILED_HELP,
            PluginCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class PluginDeliveriesCommand extends PluginCommand {

    @Option(
            names = "--limit",
            paramLabel = "<number>",
            defaultValue = "20",
            description = "how many to show, 1 to 500; usually ${DEFAULT-VALUE}")
    private int limit;

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        Deliveries deliveries = act((client, id) -> client.deliveries(id, limit));
        print(deliveries.json(), display -> new DeliveriesPage(display).text(deliveries));
        return ExitCode.ANSWERED;
    }
}
