package io.indago.client;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "indago",
        mixinStandardHelpOptions = true,
        description = "Asks an Indago hub what is known about an indicator.",
        optionListHeading = "%n",
        commandListHeading = "%nCommands ('indago lookup --help' says more):%n")
public final class Main implements Callable<Integer> {
    private static final String STATE = "INDAGO_STATE";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        System.exit(commandLine(environment, Terminal.ofProcess(environment)).execute(arguments));
    }

    static CommandLine commandLine(Map<String, String> environment, Terminal terminal) {
        String state = environment.getOrDefault(STATE, "");
        LookupCommand lookup = new LookupCommand(Path.of(state.isEmpty() ? ".indago" : state), terminal);
        Complaints complaints = new Complaints(terminal);
        CommandLine commandLine = new CommandLine(new Main())
                .addSubcommand(lookup)
                .setExpandAtFiles(false)
                .setColorScheme(Help.defaultColorScheme(terminal.display().colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(terminal.display().width())
                .setOut(new PrintWriter(terminal.out(), true))
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
        String[] version = {"indago " + ClientVersion.TEXT};
        commandLine.getCommandSpec().version(version);
        commandLine.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .version(version));
        return commandLine;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
