package io.indago.routes.accounting;

import java.util.List;

/**
 * Where events end.
 *
 * @param <E> the events
 */
@FunctionalInterface
public interface EventStore<E> {

    /**
     * Merges the events into their rows, all or none. The same events again, in any order, change nothing.
     *
     * @throws StoreUnavailableException when the store can't be reached or written now
     * @throws RefusedEventException when it will never take one of them
     */
    void store(List<E> events) throws StoreUnavailableException, RefusedEventException;

    /** The store can't be reached or written now; the same call may succeed later. */
    final class StoreUnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        public StoreUnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The store will never take one of these events. */
    final class RefusedEventException extends Exception {
        private static final long serialVersionUID = 1;

        public RefusedEventException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
