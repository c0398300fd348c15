package io.indago.client;

import io.indago.client.Settings.SetupException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong: one sentence, and the exit code that goes with it. */
record Complaints(Terminal terminal) implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        terminal.tell("indago: " + failure.getMessage() + " ('" + command + " --help' says more)");
        return ExitCode.MISUSED;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        terminal.tell("indago: " + sentence(failure));
        return ExitCode.of(failure);
    }

    private static String sentence(Exception failure) {
        if (failure instanceof ApiException refused) {
            return failure.getMessage() + circumstances(refused.problem());
        }
        if (failure instanceof NoAnswerException silence) {
            return failure.getMessage() + (isLocal(silence.server()) ? " ('./indago status' says what runs)" : "");
        }
        if (failure instanceof LoginException || failure instanceof SetupException) {
            return failure.getMessage();
        }
        return failure instanceof InterruptedException ? "interrupted" : "that should not have happened: " + failure;
    }

    private static boolean isLocal(String server) {
        return server.matches("http://(127\\.0\\.0\\.1|localhost)(:.*)?");
    }

    private static String circumstances(Problem problem) {
        String trace = problem.status() < 500 || problem.traceId().isEmpty() ? "" : ", trace id " + problem.traceId();
        return " (HTTP " + problem.status() + trace + ")";
    }
}
