package io.indago.local.realm;

import java.io.Console;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./indago realm-apply}. */
@Command(
        name = "indago realm-apply",
        sortOptions = false,
        description =
                "Makes a realm that was imported before as the realm file of this version says: settings, scopes, clients,"
                        + " roles and groups of the hub. It leaves alone what the file does not name: people, your own"
                        + " clients and groups; secrets of clients that are there; fine-grained permissions.",
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago realm-apply --keycloak https://sso.example.org --user admin --dry-run",
            "  INDAGO_PORTAL_URL=https://indago.example.org ./indago realm-apply --keycloak https://sso.example.org --user admin",
            "",
            "The password is asked for, or comes from the variable INDAGO_KEYCLOAK_PASSWORD. What the file names by other"
                    + " variables (see keycloak/README.md) is left as it is unless they are set."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the realm is as the file says",
            "1:it could not be read or changed",
            "2:misused",
            "3:with --dry-run: it is not as the file says"
        })
final class Main implements Callable<Integer> {
    private static final int DIFFERS = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--keycloak", required = true, paramLabel = "<address>", description = "where Keycloak is")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private URI keycloak;

    @Option(
            names = "--user",
            paramLabel = "<name>",
            description = "an administrator of the realm master (unless said: ${DEFAULT-VALUE})")
    private String user = "admin";

    @Option(names = "--file", paramLabel = "<file>", description = "another realm file than this version's")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "only tell what would be changed")
    private boolean isDryRun;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    private boolean help;

    private final Path home;
    private final Map<String, String> environment;

    Main(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(environment.getOrDefault("INDAGO_HOME", "."));
        System.exit(new CommandLine(new Main(home, environment)).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            Path path = Optional.ofNullable(file).orElseGet(() -> home.resolve("keycloak/indago-realm.json"));
            RealmFile wanted = RealmFile.read(path, environment);
            URI address = URI.create(keycloak.toString().replaceFirst("/+$", ""));
            Realm realm = new Realm(wanted, new KeycloakAdmin(address, wanted.realm(), user, password()));
            return isDryRun ? tell(realm) : apply(realm);
        } catch (RealmException failure) {
            spec.commandLine().getErr().println("indago: " + failure.getMessage());
            return 1;
        }
    }

    private int tell(Realm realm) {
        List<String> differences = realm.differences();
        differences.forEach(spec.commandLine().getOut()::println);
        say(differences.isEmpty() ? "The realm is as the file says." : differences.size() + " to change.");
        return differences.isEmpty() ? 0 : DIFFERS;
    }

    private int apply(Realm realm) {
        int changes = realm.apply(spec.commandLine().getOut()::println);
        say(changes == 0 ? "The realm is as the file says." : changes + " changed; now the realm is as the file says.");
        return 0;
    }

    private void say(String sentence) {
        spec.commandLine().getOut().println(sentence);
    }

    private String password() {
        String given = environment.get("INDAGO_KEYCLOAK_PASSWORD");
        if (given != null) {
            return given;
        }
        Console console = System.console();
        if (console == null) {
            throw new ParameterException(
                    spec.commandLine(), "no terminal to ask for the password at: set INDAGO_KEYCLOAK_PASSWORD");
        }
        return new String(console.readPassword("Password of %s: ", user));
    }
}
