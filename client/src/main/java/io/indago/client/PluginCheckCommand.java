package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine.Command;

/** Has the hub ask one provider or connector how it is. */
@Command(
        name = "check",
        header = {"Ask a provider or connector how it is, now.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has the hub check the health of a provider or connector now, and shows what came of it. A check that succeeds ends"
                    + " what a refused credential began; two in a row end what failed checks began.",
            "",
            PluginCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago plugins check virustotal",
            "  ./indago plugins check virustotal > /dev/null || echo 'down, or no answer'"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is up, or unknown",
            ExitCode.CLIENT_FAILED_HELP,
            PluginCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP,
            "5:it is down"
        })
final class PluginCheckCommand extends PluginCommand {

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        HealthCheck check = act(IndagoClient::checkHealth);
        print(check.json(), display -> new HealthCheckPage(display).text(check));
        return check.isDown() ? ExitCode.DOWN : ExitCode.ANSWERED;
    }
}
