package io.indago.client;

import io.indago.client.Settings.SetupException;

/** How the command line ends, and what {@code --help} says of it. */
final class ExitCode {
    static final String CLIENT_FAILED_HELP = "1:the client itself failed";
    static final String MISUSED_HELP = "2:an option or argument that can't be read";
    static final String NOT_LOGGED_IN_HELP = "3:not logged in, the login was refused, or it does not permit this";
    static final String NO_ANSWER_HELP = "4:the hub or the login server can't be reached or can't answer now";

    static final int ANSWERED = 0;
    static final int CLIENT_FAILED = 1;
    static final int MISUSED = 2;
    static final int NOT_LOGGED_IN = 3;
    static final int NO_ANSWER = 4;
    static final int DOWN = 5;
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
