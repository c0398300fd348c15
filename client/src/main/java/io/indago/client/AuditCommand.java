package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Shows the hub's audit. */
@Command(
        name = "audit",
        header = {"Show what administrators did and what was refused to whom, or verify the record of it.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = AuditVerifyCommand.class,
        description = {
            "Without a command, shows the audit, the last entry first: who did what to what, and what came of it."
                    + " Times are in UTC.",
            "",
            AuditCommand.SCOPE_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago audit --action plugin --from 2026-11-01",
            "  ./indago audit --user eve --outcome refused --limit 500",
            "  ./indago audit verify"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class AuditCommand implements Callable<Integer> {
    static final String SCOPE_HELP =
            "It takes a login with the scope mon:read or mon; the demo login of './indago up' is the admin's here.";

    private final Workplace workplace;

    @Option(names = "--user", paramLabel = "<name>", description = "only what that user did")
    private @Nullable String user;

    @Option(
            names = "--action",
            paramLabel = "<action>",
            description = "only that, plugin.disable; or all that begin so, plugin")
    private @Nullable String action;

    @Option(names = "--object", paramLabel = "<object>", description = "only what was done to that")
    private @Nullable String object;

    @Option(names = "--outcome", paramLabel = "<outcome>", description = "only requested, done, failed or refused")
    private @Nullable String outcome;

    @Option(
            names = "--from",
            paramLabel = "<day>",
            converter = DayConverter.class,
            description = "the first day in UTC, 2026-11-01")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "<day>",
            converter = DayConverter.class,
            description = "the last day, which counts as well")
    private @Nullable LocalDate to;

    @Option(names = "--offset", paramLabel = "<number>", defaultValue = "0", description = "how many to leave out")
    private int offset;

    @Option(
            names = "--limit",
            paramLabel = "<number>",
            defaultValue = "20",
            description = "how many to show, 1 to 500; usually ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "write the hub's answer as it is, on one line")
    private boolean json;

    @Mixin
    private HubOptions hub = new HubOptions();

    AuditCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        Map<String, String> wanted = new LinkedHashMap<>();
        put(wanted, "user", user);
        put(wanted, "action", action);
        put(wanted, "object", object);
        put(wanted, "outcome", outcome);
        put(wanted, "from", from);
        put(wanted, "to", to);
        put(wanted, "offset", offset);
        put(wanted, "limit", limit);
        HubDialogue dialogue = dialogue();
        Audit audit = dialogue.monitor(client -> client.audit(wanted));
        dialogue.print(audit.json(), display -> new AuditPage(display).text(audit));
        return ExitCode.ANSWERED;
    }

    private static void put(Map<String, String> wanted, String name, @Nullable Object value) {
        if (value != null) {
            wanted.put(name, value.toString());
        }
    }

    /** How this command and those below it talk to the hub. */
    HubDialogue dialogue() {
        return new HubDialogue(workplace, hub, json);
    }
}
