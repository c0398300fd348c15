package io.indago.routes.journal;

import org.jspecify.annotations.Nullable;

/** There can be no journal, so there can be no hub: somebody has to look. */
public final class JournalBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalBrokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
