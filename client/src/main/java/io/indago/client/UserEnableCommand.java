package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;

/** Let a user in again. */
@Command(
        name = "enable",
        header = {"Let a user in again.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Enables a user, who then logs in anew: tokens from before stay refused.",
            "",
            UserCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago users enable ada"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:enabled",
            ExitCode.CLIENT_FAILED_HELP,
            UserCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class UserEnableCommand extends UserCommand {

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        return show(accounts -> accounts.setEnabled(name(), true));
    }
}
