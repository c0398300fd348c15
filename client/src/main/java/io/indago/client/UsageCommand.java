package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the caller has used. */
@Command(
        name = "usage",
        header = {"Show what you have used.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows what you have used: requests, lookups, and what was asked of each provider for them.",
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago usage",
            "  ./indago usage --from 2026-11-01 --to 2026-11-30",
            "  ./indago usage --json | jq .lookups"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class UsageCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Option(
            names = "--from",
            paramLabel = "<day>",
            converter = DayConverter.class,
            description = "the first day in UTC, 2026-11-01; usually four weeks ago")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "<day>",
            converter = DayConverter.class,
            description = "the last day, which counts as well; usually today")
    private @Nullable LocalDate to;

    @Option(names = "--json", description = "write the hub's answer as it is, on one line")
    private boolean json;

    @Mixin
    private HubOptions hub = new HubOptions();

    UsageCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        UsagePeriod period = new UsagePeriod(Optional.ofNullable(from), Optional.ofNullable(to));
        HubDialogue dialogue = new HubDialogue(workplace, hub, json);
        Usage usage = dialogue.ask(client -> client.usage(period));
        dialogue.print(usage.json(), display -> new UsagePage(display).text(usage));
        return ExitCode.ANSWERED;
    }
}
