package io.indago.host;

import io.indago.spi.ErrorKind;
import io.indago.spi.ProviderException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns whatever a plugin or a call throws into the outcome it is, without a secret in its words. */
final class Failures {
    static final Failures WITHOUT_SECRETS = new Failures(Redactor.NOTHING);

    private static final int LONGEST_MESSAGE = 160;
    private static final List<String> OURS =
            List.of("io.indago.spi.", "io.indago.host.", "io.indago.json.", "io.indago.toolkit.");

    private final Redactor redactor;

    Failures(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * Of the plugin's own code. Asks the throwable for its message, which may be code of the plugin: call it where such
     * code may run.
     */
    Outcome ofPlugin(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof ProviderException known) {
            return ofKind(known.kind(), redactor.sentence(known.getMessage()), known);
        }
        return internal("the plugin failed: " + describe(cause));
    }

    /** Of a call to that host. */
    Outcome ofCall(String host, Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (!(cause instanceof HttpFailure failure)) {
            return internal("the call to " + host + " could not be made: " + describe(cause));
        }
        String detail = redactor.sentence(String.valueOf(failure.getMessage()));
        return switch (failure.kind()) {
            case TIMEOUT -> Outcome.without(Status.TIMEOUT, "no reply from " + host + " by the deadline");
            case TOO_LARGE ->
                Outcome.error(
                        ErrorCause.TOO_LARGE,
                        "the reply of " + host + " is longer than a lookup may take, 8 MiB in all: ask for less of it");
            case UNAVAILABLE -> Outcome.error(ErrorCause.UNAVAILABLE, host + " can't be reached: " + detail);
            case BAD_REPLY -> Outcome.error(ErrorCause.BAD_REPLY, "the reply of " + host + " is unreadable: " + detail);
            case NOT_RECORDED -> Outcome.without(Status.SKIPPED, detail);
            case RATE_LIMITED -> Outcome.rateLimited(detail, failure.retryAfter());
        };
    }

    Outcome internal(String reason) {
        return Outcome.error(ErrorCause.INTERNAL, redactor.sentence(reason));
    }

    /** What was thrown, for its author: the class, what it says, where it was thrown, and a hint where there is one. */
    String describe(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            String said = thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
            return redactor.sentence(said, LONGEST_MESSAGE) + redactor.redact(place(thrown)) + hint(thrown, message);
        } catch (Throwable hostile) {
            return thrown.getClass().getName() + ", which fails when asked what it is";
        }
    }

    /** The line of the plugin or one of its libraries. */
    private static String place(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getModuleName() == null && frame.getLineNumber() > 0)
                .filter(frame -> OURS.stream().noneMatch(frame.getClassName()::startsWith))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
    }

    private static String hint(Throwable thrown, @Nullable String message) {
        if (message != null && message.contains(ProcessExit.REFUSED)) {
            return ": a plugin can't end the process: throw a ProviderException, or finish with Step.done(…)";
        }
        return thrown instanceof LinkageError
                ? ": a dependency is missing from its jar or folder, or there in another version"
                : "";
    }

    /** {@code INVALID_INPUT} ends as an unexpected 400 does: the status policy knows no better either. */
    private static Outcome ofKind(ErrorKind kind, String message, ProviderException failure) {
        return switch (kind) {
            case UNAUTHORIZED -> Outcome.without(Status.UNAUTHORISED, message);
            case QUOTA -> Outcome.rateLimited(message, failure.retryAfter());
            case UNAVAILABLE -> Outcome.error(ErrorCause.UNAVAILABLE, message);
            case INVALID_INPUT, BAD_REPLY -> Outcome.error(ErrorCause.BAD_REPLY, message);
            case INTERNAL -> Outcome.error(ErrorCause.INTERNAL, message);
        };
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
