package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Has the hub allow a user or client more or less for a time. */
@Command(
        name = "set",
        header = {"Give a user or a client another rate limit for a time.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Gives a user, or a client for all its users together, another rate limit, until the time is over or someone takes it back.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago limits set user soar --limit 6000/1m,500000/1d --for 8h --reason 'an incident'"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class LimitSetCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LimitsCommand limits;

    @Parameters(index = "0", paramLabel = "<kind>", description = "user or client")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "<name>", description = "the user's name, or the client's id")
    private String name = "";

    @Option(
            names = "--limit",
            required = true,
            paramLabel = "<limit>",
            description =
                    "numbers of requests and windows of 1s to 1d, all of which hold at once: 6000/1m,500000/1d; or none")
    private String limit = "";

    @Option(names = "--for", required = true, paramLabel = "<time>", description = "30m, 8h or 7d; at most 31d")
    private String time = "";

    @Option(names = "--reason", paramLabel = "<text>", description = "why, for those who wonder")
    private String reason = "";

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        RateLimitAnswer answer =
                limits.dialogue().administer(client -> client.setLimit(kind, name, limit, time, reason));
        limits.dialogue().print(answer.json(), display -> display.line(Colour.PLAIN, answer.sentence()));
        return ExitCode.ANSWERED;
    }
}
