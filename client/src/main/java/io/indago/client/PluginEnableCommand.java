package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;

/** Has the hub ask one provider or connector again. */
@Command(
        name = "enable",
        header = {"Have a provider or connector asked again.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has the hub ask a provider or connector again that someone disabled, or that is held back; only a rate limit of its"
                    + " own still holds. What its settings switch off, they alone can switch on.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago plugins enable virustotal"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:enabled; standard output says what state it is in then",
            ExitCode.CLIENT_FAILED_HELP,
            PluginCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class PluginEnableCommand extends PluginCommand {

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        PluginDetails details = act(IndagoClient::enable);
        print(details.json(), display -> new PluginPage(display).summary(details));
        return ExitCode.ANSWERED;
    }
}
