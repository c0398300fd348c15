package io.indago.routes.audit;

import java.util.List;

/** Reads the heads that were published outside the database. */
@FunctionalInterface
public interface PublishedHeads {

    /** All that are still there, in no particular order. */
    List<AuditHead> read() throws HeadsUnavailableException;

    /** They can't be read now. */
    final class HeadsUnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        public HeadsUnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
