package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;

/** Let a user in no more. */
@Command(
        name = "disable",
        header = {"Let a user in no more.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Disables a user: his sessions end, and within two seconds every hub refuses his tokens.",
            "",
            UserCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago users disable ada"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:disabled",
            ExitCode.CLIENT_FAILED_HELP,
            UserCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class UserDisableCommand extends UserCommand {

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        return show(accounts -> accounts.setEnabled(name(), false));
    }
}
