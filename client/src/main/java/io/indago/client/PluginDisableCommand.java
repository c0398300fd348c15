package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has the hub not ask one provider or connector any more. */
@Command(
        name = "disable",
        header = {"Have a provider or connector not asked any more.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has the hub not ask a provider or connector until someone enables it again; a restart of the hub does not. Lookups"
                    + " go on without it, and say so.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago plugins disable virustotal --reason 'the contract ended'"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:disabled",
            ExitCode.CLIENT_FAILED_HELP,
            PluginCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class PluginDisableCommand extends PluginCommand {

    @Option(
            names = "--reason",
            paramLabel = "<text>",
            description = "why, for those who wonder; whoever looks at the plugin or asks about an indicator sees it")
    private String reason = "";

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        PluginDetails details = act((client, id) -> client.disable(id, reason));
        print(details.json(), display -> new PluginPage(display).summary(details));
        return ExitCode.ANSWERED;
    }
}
