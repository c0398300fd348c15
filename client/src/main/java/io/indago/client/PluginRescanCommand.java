package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Has the hub take over what has changed in its plugins folder. */
@Command(
        name = "rescan",
        header = {"Take over what has changed in the plugins folder, now.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "A hub looks into its plugins folder by itself, every second unless it is set otherwise. This has it look at once,"
                    + " and try again what could not be used before. Lookups under way finish with what they began with; a"
                    + " replacement that can't be used leaves the old one at work.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = "  cp abuseipdb.yaml .indago/plugins/ && ./indago plugins rescan",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all that is new can be used",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP,
            "5:something that is new can't be used"
        })
final class PluginRescanCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private PluginsCommand plugins;

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        FolderChange change = plugins.dialogue().administer(IndagoClient::rescan);
        plugins.dialogue().print(change.json(), display -> new FolderChangePage(display).text(change));
        return change.isFine() ? ExitCode.ANSWERED : ExitCode.DOWN;
    }
}
