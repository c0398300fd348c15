package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** What {@link DlqCommand} does by itself. */
@Command(
        name = "list",
        header = {"Show how many events of each topic could never be stored.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Shows how many dead letters there are, as 'dlq' without a command does.", ""},
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago dlq list --json | jq '.topics[].deadLetters'"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered, however many there are",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class DlqListCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private DlqCommand dlq;

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        return dlq.call();
    }
}
