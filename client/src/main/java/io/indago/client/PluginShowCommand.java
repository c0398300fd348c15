package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;

/** Shows one provider or connector. */
@Command(
        name = "show",
        header = {"Show everything about one provider or connector.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows the state of a provider or connector; what is wrong and what to do about it; what is left of its quota; its"
                    + " health, its last lookups and how long they took; its circuit breaker; the settings it has not got."
                    + " Then what it is and where its settings come from. Times are in UTC.",
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago plugins show virustotal", "  ./indago plugins show virustotal --json | jq .quotas"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered, whatever its state",
            ExitCode.CLIENT_FAILED_HELP,
            PluginCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class PluginShowCommand extends PluginCommand {

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        PluginDetails details = look(IndagoClient::plugin);
        print(details.json(), display -> new PluginPage(display).text(details));
        return ExitCode.ANSWERED;
    }
}
