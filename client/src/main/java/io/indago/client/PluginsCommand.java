package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which providers the hub has. */
@Command(
        name = "plugins",
        header = {"Show which providers there are, and what is wrong with them.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows the providers of the hub: whether each is asked for real (live), answered for by the sandbox, or why"
                    + " it can't be asked; which indicators it takes; and what asking it reveals: nothing (local), to"
                    + " the vendor, to the target, or to the public. Below, what is wrong with which plugin.",
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago plugins", "  ./indago plugins --json | jq -r '.providers[] | select(.available) | .id'"},
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

    @Option(names = "--json", description = "write the hub's answer as it is, on one line")
    private boolean json;

    @Mixin
    private HubOptions hub = new HubOptions();

    PluginsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        IndagoClient client = new HubAccess(workplace).client(hub);
        Inventory inventory = new Patience(workplace.pause()).ask(client::plugins);
        Terminal terminal = workplace.terminal();
        terminal.print(
                json
                        ? SafeText.ofJson(inventory.json()) + "\n"
                        : new InventoryPage(terminal.display()).text(inventory));
        return ExitCode.ANSWERED;
    }
}
