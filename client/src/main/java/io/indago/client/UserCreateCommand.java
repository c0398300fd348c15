package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Make a user. */
@Command(
        name = "create",
        header = {"Make a user.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a user with a password, which he must change at the first login. It is typed, or read from standard input.",
            "",
            UserCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago users create ada --group hub-analysts --email ada@example.org"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:made",
            ExitCode.CLIENT_FAILED_HELP,
            UserCommand.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class UserCreateCommand extends UserCommand {

    @Option(
            names = "--group",
            paramLabel = "<group>",
            description = "hub-analysts, hub-auditors or hub-admins; usually ${DEFAULT-VALUE}")
    private String group = "hub-analysts";

    @Option(names = "--first-name", paramLabel = "<name>")
    private @Nullable String firstName;

    @Option(names = "--last-name", paramLabel = "<name>")
    private @Nullable String lastName;

    @Option(names = "--email", paramLabel = "<address>")
    private @Nullable String email;

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        Map<String, String> particulars = new LinkedHashMap<>(Map.of("group", group));
        put(particulars, "firstName", firstName);
        put(particulars, "lastName", lastName);
        put(particulars, "email", email);
        String password = password("Password of " + name());
        return show(accounts -> accounts.create(name(), password, particulars));
    }

    private static void put(Map<String, String> particulars, String name, @Nullable String value) {
        if (value != null) {
            particulars.put(name, value);
        }
    }
}
