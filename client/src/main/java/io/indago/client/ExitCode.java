package io.indago.client;

import io.indago.client.Settings.SetupException;

/** How the command line ends; {@code lookup --help} tells people. */
final class ExitCode {
    static final int ANSWERED = 0;
    static final int CLIENT_FAILED = 1;
    static final int MISUSED = 2;
    static final int NOT_LOGGED_IN = 3;
    static final int NO_ANSWER = 4;
    private static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(Exception failure) {
        if (failure instanceof ApiException refused) {
            return ofStatus(refused.problem().status());
        }
        if (failure instanceof LoginException || failure instanceof SetupException) {
            return NOT_LOGGED_IN;
        }
        if (failure instanceof NoAnswerException) {
            return NO_ANSWER;
        }
        return failure instanceof InterruptedException ? INTERRUPTED : CLIENT_FAILED;
    }

    private static int ofStatus(int status) {
        return switch (status) {
            case 400, 413 -> MISUSED;
            case 401, 403 -> NOT_LOGGED_IN;
            default -> NO_ANSWER;
        };
    }
}
