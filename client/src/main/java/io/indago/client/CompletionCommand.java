package io.indago.client;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what a shell needs to complete command lines. */
@Command(
        name = "completion",
        header = {"Print a script for your shell.", ""},
        mixinStandardHelpOptions = true,
        description = {
            "Prints a script that lets a shell complete the commands and options of indago at the Tab key.",
            "",
            "To install it, add this line to ~/.bashrc, or to ~/.zshrc with zsh in place of bash:",
            "",
            "  source <(/path/to/indago completion bash)",
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExample:%n",
        footer = "  source <(./indago completion bash)",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", ExitCode.CLIENT_FAILED_HELP, "2:not one of these shells"})
final class CompletionCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Parameters(paramLabel = "<shell>", description = "bash or zsh")
    private Shell shell = Shell.BASH;

    CompletionCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    /** One script serves both: in zsh it loads zsh's emulation of bash's completion first. */
    @Override
    public Integer call() {
        CommandLine whole = Main.commandLine(workplace);
        ScriptCommands.addTo(whole);
        workplace.terminal().print(AutoComplete.bash("indago", whole) + "\n");
        return ExitCode.ANSWERED;
    }

    private enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
