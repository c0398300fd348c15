package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Has the hub go back to what its settings say. */
@Command(
        name = "clear",
        header = {"Take back the rate limit that was set for a user or a client.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes back what was set: the hub's settings hold again.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago limits clear user soar"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class LimitClearCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LimitsCommand limits;

    @Parameters(index = "0", paramLabel = "<kind>", description = "user or client")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "<name>", description = "the user's name, or the client's id")
    private String name = "";

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        RateLimitAnswer answer = limits.dialogue().administer(client -> client.clearLimit(kind, name));
        limits.dialogue().print(answer.json(), display -> display.line(Colour.PLAIN, answer.sentence()));
        return ExitCode.ANSWERED;
    }
}
