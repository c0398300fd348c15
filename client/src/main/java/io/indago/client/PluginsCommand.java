package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Shows which providers and connectors the hub has; its subcommands are for one of them. */
@Command(
        name = "plugins",
        header = {"Show which providers there are and what is wrong with them, or operate one.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {
            PluginShowCommand.class,
            PluginCheckCommand.class,
            PluginEnableCommand.class,
            PluginDisableCommand.class,
            PluginKillCommand.class,
            PluginDeliveriesCommand.class,
            PluginRetryCommand.class,
            PluginRescanCommand.class
        },
        description = {
            "Without a command, shows the providers of the hub: which indicators each takes; what asking it reveals:"
                    + " nothing (local), to the vendor, to the target, or to the public; how its last health check"
                    + " ended; and whether it is asked for real (live), answered for by the sandbox, or why it is not"
                    + " asked. The same of its connectors. Below, what is wrong with which plugin.",
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        commandListHeading = "%nCommands, most on one of them ('./indago plugins show --help' says more):%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago plugins",
            "  ./indago plugins --json | jq -r '.providers[] | select(.available) | .id'",
            "  ./indago plugins show virustotal"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered, whatever the problems",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class PluginsCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "write the hub's answer as it is, on one line")
    private boolean json;

    @Mixin
    private HubOptions hub = new HubOptions();

    PluginsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        HubDialogue dialogue = dialogue();
        Inventory inventory = dialogue.ask(IndagoClient::plugins);
        dialogue.print(inventory.json(), display -> new InventoryPage(display).text(inventory));
        return ExitCode.ANSWERED;
    }

    /** How this command and those below it talk to the hub. */
    HubDialogue dialogue() {
        return new HubDialogue(workplace, hub, json);
    }
}
