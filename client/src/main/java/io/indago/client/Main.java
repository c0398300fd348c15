package io.indago.client;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "indago",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Asks an Indago hub what is known about indicators.",
        optionListHeading = "%n",
        commandListHeading = "%nCommands ('indago lookup --help' says more):%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  indago login --url https://hub.example --issuer https://login.example/realms/indago",
            "  indago lookup 'hxxp://evil-updates[.]com/payload.exe'"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
public final class Main implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        Workplace workplace = Workplace.of(environment, Terminal.ofProcess(environment));
        System.exit(commandLine(workplace).execute(arguments));
    }

    static CommandLine commandLine(Workplace workplace) {
        Terminal terminal = workplace.terminal();
        Complaints complaints = new Complaints(terminal);
        CommandLine commandLine = new CommandLine(new Main());
        List.of(
                        new LookupCommand(workplace),
                        new LoginCommand(workplace),
                        new LogoutCommand(workplace),
                        new PluginsCommand(workplace),
                        new UsersCommand(workplace),
                        new PasswdCommand(workplace),
                        new UsageCommand(workplace),
                        new LimitsCommand(workplace),
                        new AuditCommand(workplace),
                        new ReportsCommand(workplace),
                        new RequestsCommand(workplace),
                        new CompletionCommand(workplace))
                .forEach(commandLine::addSubcommand);
        commandLine
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Help.defaultColorScheme(terminal.display().colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(terminal.display().width())
                .setOut(new PrintWriter(terminal.out(), true))
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
        String[] version = {"indago " + ClientVersion.TEXT};
        commandLine.getCommandSpec().version(version);
        commandLine.getSubcommands().values().forEach(command -> tellVersion(command, version));
        return commandLine;
    }

    private static void tellVersion(CommandLine command, String... version) {
        command.getCommandSpec().version(version);
        command.getSubcommands().values().forEach(subcommand -> tellVersion(subcommand, version));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
