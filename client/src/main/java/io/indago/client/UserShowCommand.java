package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;

/** Show one user. */
@Command(
        name = "show",
        header = {"Show one user.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows one user: groups, name, whether he may log in, and when he was last here.",
            "",
            UserCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago users show ada"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            ExitCode.CLIENT_FAILED_HELP,
            UserCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class UserShowCommand extends UserCommand {

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        return show(accounts -> accounts.show(name()));
    }
}
