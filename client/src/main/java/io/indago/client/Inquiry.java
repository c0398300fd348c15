package io.indago.client;

import io.indago.client.LookupOutcome.Failed;
import io.indago.client.LookupOutcome.LockedOut;

/** Asks about one indicator of many: a failure is an outcome. */
record Inquiry(Question question, Patience patience) {
    /** What Java makes of bytes that are no text in the encoding they should be in. */
    private static final char UNDECODABLE = '\ufffd';

    /** Asks the hub about one. */
    @FunctionalInterface
    interface Question {
        LookupOutcome ask(String input) throws ClientException, InterruptedException;
    }

    static boolean isDecodable(String input) {
        return input.indexOf(UNDECODABLE) < 0;
    }

    LookupOutcome about(String input) throws InterruptedException {
        if (!isDecodable(input)) {
            return new Failed(
                    input,
                    Problem.ofClient("undecodable", "Not readable", "the line is no text in UTF-8"),
                    ExitCode.MISUSED);
        }
        try {
            return patience.ask(() -> question.ask(input));
        } catch (ClientException failure) {
            int exitCode = ExitCode.of(failure);
            return exitCode == ExitCode.NOT_LOGGED_IN
                    ? new LockedOut(input, failure)
                    : new Failed(input, problem(failure), exitCode);
        }
    }

    private static Problem problem(ClientException failure) {
        return failure instanceof ApiException refusal
                ? refusal.problem()
                : Problem.ofClient("no-answer", "No answer", failure.getMessage());
    }
}
