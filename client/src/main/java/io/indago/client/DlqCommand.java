package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Shows which events could never be stored; its subcommands say so too, or try them again. */
@Command(
        name = "dlq",
        header = {"Show which events could never be stored, or try them again.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {DlqListCommand.class, DlqReplayCommand.class},
        description = {
            "An event of accounting that the database refuses for ever is put aside, with the reason, in a topic of its own:"
                    + " a dead letter. Without a command, shows how many there are.",
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago dlq", "  ./indago dlq replay indago.accounting.v1"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered, however many there are",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class DlqCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "write the hub's answer as it is, on one line")
    private boolean json;

    @Mixin
    private HubOptions hub = new HubOptions();

    DlqCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        HubDialogue dialogue = dialogue();
        DeadLetterTopics topics = dialogue.monitor(IndagoClient::deadLetters);
        dialogue.print(topics.json(), topics::page);
        return ExitCode.ANSWERED;
    }

    /** How this command and those below it talk to the hub. */
    HubDialogue dialogue() {
        return new HubDialogue(workplace, hub, json);
    }
}
