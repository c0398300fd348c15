package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes one's own password. */
@Command(
        name = "passwd",
        header = {"Change your password.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Changes your password, where the hub takes passwords; elsewhere it says where a browser changes it. The current one"
                    + " and the new one are typed, or read from standard input, on a line each. All sessions and tokens end.",
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago passwd"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:changed",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class PasswdCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Mixin
    private HubOptions hub = new HubOptions();

    PasswdCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        IndagoClient client = new HubAccess(workplace).client(hub);
        SecretPrompt secrets = new SecretPrompt(workplace.terminal());
        String current = secrets.ask("Current password");
        String wanted = secrets.ask("New password");
        workplace
                .terminal()
                .tell(client.users().changeOwnPassword(current, wanted).message());
        return ExitCode.ANSWERED;
    }
}
