package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Shows the hub's rate limits; its subcommands change them for a time. */
@Command(
        name = "limits",
        header = {"Show how many requests users and clients may make, or change it for a time.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {LimitSetCommand.class, LimitClearCommand.class},
        description = {
            "Without a command, shows what every user and every client may ask of the hub, who has a limit of his own by the"
                    + " hub's settings, and whose limit was changed for a time.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        commandListHeading = "%nCommands ('./indago limits set --help' says more):%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago limits",
            "  ./indago limits set user soar --limit 6000/1m,500000/1d --for 8h --reason 'an incident'",
            "  ./indago limits clear user soar"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class LimitsCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "write the hub's answer as it is, on one line")
    private boolean json;

    @Mixin
    private HubOptions hub = new HubOptions();

    LimitsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        HubDialogue dialogue = dialogue();
        RateLimits limits = dialogue.monitor(IndagoClient::limits);
        dialogue.print(limits.json(), display -> new RateLimitPage(display).text(limits));
        return ExitCode.ANSWERED;
    }

    /** How this command and those below it talk to the hub. */
    HubDialogue dialogue() {
        return new HubDialogue(workplace, hub, json);
    }
}
