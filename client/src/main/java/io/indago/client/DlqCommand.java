package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
    private static final int FORBIDDEN = 403;

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
        DeadLetterTopics topics = ask(IndagoClient::deadLetters);
        print(topics.json(), topics::page);
        return ExitCode.ANSWERED;
    }

    /** As the admin, with what to do about a login that may not. */
    <T> T ask(PluginsCommand.Request<T> request) throws ClientException, SetupException, InterruptedException {
        IndagoClient client = new HubAccess(workplace).client(hub, Role.ADMIN);
        try {
            return new Patience(workplace.pause()).ask(() -> request.send(client));
        } catch (ApiException refusal) {
            if (refusal.problem().isOfHub() && refusal.problem().status() == FORBIDDEN) {
                throw new LoginException(
                        "the login lacks the scope mon, which this takes; './indago login --scope \""
                                + Role.ADMIN.scope() + "\"' asks for it",
                        refusal);
            }
            throw refusal;
        }
    }

    void print(String document, Function<Display, String> page) {
        Terminal terminal = workplace.terminal();
        terminal.print(json ? SafeText.ofJson(document) + "\n" : page.apply(terminal.display()));
    }
}
