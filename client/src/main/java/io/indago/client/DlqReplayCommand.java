package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Has the hub try to store again what was put aside. */
@Command(
        name = "replay",
        header = {"Try to store a topic's dead letters again.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Puts the dead letters of a topic back where they came from, once what kept them from being stored is mended."
                    + " What still can't be stored is put aside once more.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago dlq replay indago.accounting.v1"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:put back; standard output says how many",
            ExitCode.CLIENT_FAILED_HELP,
            "2:there is no such topic, or an option or argument can't be read",
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class DlqReplayCommand implements Callable<Integer> {
    private static final int NOT_FOUND = 404;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private DlqCommand dlq;

    @Parameters(paramLabel = "<topic>", description = "as './indago dlq' shows it")
    private String topic = "";

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        if (topic.isBlank()) {
            throw new ParameterException(spec.commandLine(), "The topic is blank");
        }
        try {
            Replayed replayed = dlq.dialogue().administer(client -> client.replay(topic));
            dlq.dialogue().print(replayed.json(), display -> display.line(Display.Colour.PLAIN, replayed.sentence()));
            return ExitCode.ANSWERED;
        } catch (ApiException refusal) {
            if (refusal.problem().isOfHub() && refusal.problem().status() == NOT_FOUND) {
                throw new ParameterException(spec.commandLine(), String.valueOf(refusal.getMessage()));
            }
            throw refusal;
        }
    }
}
