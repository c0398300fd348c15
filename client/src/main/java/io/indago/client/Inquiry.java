package io.indago.client;

import io.indago.client.LookupOutcome.Answered;
import io.indago.client.LookupOutcome.Failed;
import io.indago.client.LookupOutcome.LockedOut;

/** Asks about one indicator of many: a failure is an outcome. */
record Inquiry(IndagoClient client, LookupOptions options, Patience patience) {
    /** What Java makes of bytes that are no text in the encoding they should be in. */
    private static final char UNDECODABLE = '\ufffd';

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
            return new Answered(input, patience.ask(() -> client.lookup(input, options)));
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
