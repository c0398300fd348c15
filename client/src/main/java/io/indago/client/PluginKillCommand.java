package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;

/** Has the hub end what one provider or connector does now. */
@Command(
        name = "kill",
        header = {"End at once what a provider or connector does now.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Ends what a provider or connector does now on the hub that answers. A lookup goes on without the provider and says that it"
                    + " was killed; the enrichment a connector was being told is put aside, and told again by 'retry'. What"
                    + " comes after that is done as ever: 'disable' is for that.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago plugins kill misp-push"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:killed what there was; standard output says what state it is in then",
            ExitCode.CLIENT_FAILED_HELP,
            PluginCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class PluginKillCommand extends PluginCommand {

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        PluginDetails details = act(IndagoClient::kill);
        print(details.json(), display -> new PluginPage(display).summary(details));
        return ExitCode.ANSWERED;
    }
}
