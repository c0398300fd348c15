package io.indago.archetype;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./indago new-plugin}. */
@Command(
        name = "indago new-plugin",
        sortOptions = false,
        description = "Makes a plugin's project, which needs a JDK and Maven alone and is green from the start.",
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago new-plugin ../acme --id acme",
            "  ./indago new-plugin ../tickets --id tickets --kind connector"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:made", "1:it could not be written", "2:a name that is none, or a folder that is not empty"})
final class Main implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Checkout checkout;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "<folder>", description = "where the project is made; must not exist yet, or be empty")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--id",
            required = true,
            paramLabel = "<id>",
            description = "its name in settings, answers and the API, for ever: my-provider")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(
            names = "--kind",
            paramLabel = "<kind>",
            defaultValue = "descriptor",
            description = "descriptor, a provider in YAML; java, a provider; or connector, which is told answers"
                    + " (unless said: descriptor)")
    private Kind kind = Kind.descriptor;

    @Option(
            names = "--package",
            paramLabel = "<package>",
            description = "of its classes (unless said: com.example.<id>)")
    private Optional<String> packageName = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    private boolean help;

    private Main(Checkout checkout) {
        this.checkout = checkout;
    }

    public static void main(String[] arguments) {
        Checkout checkout = new Checkout(Path.of(System.getenv("INDAGO_HOME")));
        System.exit(commandLine(checkout).execute(arguments));
    }

    static CommandLine commandLine(Checkout checkout) {
        return new CommandLine(new Main(checkout))
                .setParameterExceptionHandler((wrong, arguments) -> complain(wrong, MISUSED))
                .setExecutionExceptionHandler((failure, commandLine, arguments) -> {
                    commandLine.getErr().println("indago: " + told(failure));
                    return failure instanceof ArchetypeException ? MISUSED : FAILED;
                });
    }

    private static int complain(ParameterException wrong, int code) {
        wrong.getCommandLine()
                .getErr()
                .println("indago: " + wrong.getMessage() + " ('./indago new-plugin --help' says more)");
        return code;
    }

    private static String told(Exception failure) {
        return failure instanceof IOException ? "the project could not be written: " + failure : failure.getMessage();
    }

    @Override
    public Integer call() throws IOException {
        Naming naming = packageName.map(name -> new Naming(id, name)).orElseGet(() -> Naming.of(id));
        PluginProject project = new PluginProject(folder.toAbsolutePath().normalize(), naming, kind);
        project.create(checkout);
        PrintWriter out = spec.commandLine().getOut();
        out.println(project.folder() + " is there. Next:");
        out.println("  cd " + project.folder() + " && mvn verify");
        out.println("and read its README.md.");
        return 0;
    }
}
