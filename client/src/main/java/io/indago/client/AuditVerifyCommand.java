package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Has the hub verify its audit. */
@Command(
        name = "verify",
        header = {"Verify that no entry of the audit has been changed or removed.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has the hub compute every hash of the audit anew, from the first entry to the last, and compare them with"
                    + " the heads that were published outside its database. Names the first entry that is not right; says"
                    + " where the chain begins since retention deleted what was before, and how many entries name a"
                    + " pseudonym.",
            "",
            AuditCommand.SCOPE_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago audit verify", "  ./indago audit verify --json | jq .brokenAt"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the audit is whole",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP,
            "5:it is broken, or nothing proves that its end is not missing"
        })
final class AuditVerifyCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AuditCommand audit;

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        AuditVerdict verdict = audit.dialogue().monitor(IndagoClient::verifyAudit);
        audit.dialogue().print(verdict.json(), display -> new AuditPage(display).text(verdict));
        return verdict.isWhole() ? ExitCode.ANSWERED : ExitCode.DOWN;
    }
}
