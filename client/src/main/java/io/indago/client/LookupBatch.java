package io.indago.client;

import io.indago.client.LookupOutcome.Answered;
import io.indago.client.LookupOutcome.Failed;
import java.util.List;

/** Looks many indicators up and writes what comes of each, with an eye on the person who waits. */
final class LookupBatch {
    private final Terminal terminal;
    private final LookupSheet sheet;
    private final LookupRun run;
    private final ProgressLine progress;
    private final List<String> inputs;
    private int exitCode = ExitCode.ANSWERED;
    private int written;
    private int failed;

    LookupBatch(Terminal terminal, LookupSheet sheet, int parallel, List<String> inputs) {
        this.terminal = terminal;
        this.sheet = sheet;
        this.run = new LookupRun(parallel, this::write);
        this.progress = new ProgressLine(terminal, inputs.size());
        this.inputs = List.copyOf(inputs);
    }

    int ask(Inquiry inquiry) throws ClientException, InterruptedException {
        Thread interruption = new Thread(this::breakOff, "interruption");
        Runtime.getRuntime().addShutdownHook(interruption);
        try {
            progress.print(sheet.heading());
            run.of(inputs, input -> {
                LookupOutcome outcome = inquiry.about(input);
                progress.advance();
                return outcome;
            });
        } finally {
            progress.erase();
            forget(interruption);
        }
        if (inputs.size() > 1 && failed > 0) {
            terminal.tell("note: no answer for " + failed + " of " + inputs.size());
        }
        return exitCode;
    }

    /** At Ctrl-C, while the process ends. */
    void breakOff() {
        run.breakOff();
        progress.erase();
        terminal.tell("interrupted: " + written + " of " + inputs.size() + " are done");
    }

    private boolean write(LookupOutcome outcome) {
        progress.print(sheet.line(outcome));
        written++;
        exitCode = Math.max(exitCode, outcome.exitCode());
        if (outcome instanceof Failed failure) {
            failed++;
            if (inputs.size() == 1) {
                terminal.tell("indago: " + failure.problem().sentence());
            }
        } else if (outcome instanceof Answered answered && inputs.size() == 1) {
            new SilenceNote(terminal).tell(answered.enrichment());
        }
        return !terminal.isAbandoned();
    }

    private static void forget(Thread interruption) {
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException alreadyEnding) {
            // it is at work
        }
    }
}
