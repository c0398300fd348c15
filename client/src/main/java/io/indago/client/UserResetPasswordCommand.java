package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;

/** Give a user another password. */
@Command(
        name = "reset-password",
        header = {"Give a user another password.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Gives a user another password, which he must change at the next login; his sessions and tokens end. It is typed, or read from standard input.",
            "",
            UserCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago users reset-password ada"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:given",
            ExitCode.CLIENT_FAILED_HELP,
            UserCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class UserResetPasswordCommand extends UserCommand {

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        String password = password("New password of " + name());
        return show(accounts -> accounts.resetPassword(name(), password));
    }
}
