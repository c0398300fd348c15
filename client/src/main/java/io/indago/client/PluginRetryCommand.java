package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;

/** Has the hub tell one connector again what was put aside. */
@Command(
        name = "retry",
        header = {"Tell a connector again what was put aside.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has everything told again that a connector could not be told: what it refused, what failed again and again, and what was"
                    + " killed. What fails once more is put aside once more; 'deliveries' shows what came of it.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago plugins retry misp-push"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:told again; standard output says how much",
            ExitCode.CLIENT_FAILED_HELP,
            PluginCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class PluginRetryCommand extends PluginCommand {

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        Retried retried = act(IndagoClient::retry);
        print(retried.json(), display -> display.line(Display.Colour.PLAIN, retried.sentence()));
        return ExitCode.ANSWERED;
    }
}
