package io.indago.hub.store;

import static java.util.Objects.requireNonNull;

import io.indago.routes.accounting.EventStore.RefusedEventException;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores events, all or none. What PostgreSQL can't do now is told from what it will never do: the first is tried again for
 * ever, so that the second, taken for it, would stop all that comes after.
 */
public final class EventTransaction {
    /** Of the states that name a limit of PostgreSQL: a row too long for an index, for one. */
    private static final String TOO_LARGE = "54";

    private final TransactionTemplate transaction;

    public EventTransaction(TransactionTemplate transaction) {
        this.transaction = requireNonNull(transaction, "transaction");
    }

    /**
     * Does that.
     *
     * @throws StoreUnavailableException when PostgreSQL can't be reached or written now
     * @throws RefusedEventException when it, or we, will never write one of these events
     */
    public void run(Runnable work) throws StoreUnavailableException, RefusedEventException {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (DataIntegrityViolationException refused) {
            throw new RefusedEventException("the database refuses it", refused);
        } catch (DataAccessException failure) {
            if (isTooLarge(failure)) {
                throw new RefusedEventException("too large for the database", failure);
            }
            throw new StoreUnavailableException("PostgreSQL can't be written", failure);
        } catch (TransactionException away) {
            throw new StoreUnavailableException("PostgreSQL can't be written", away);
        } catch (RuntimeException unwritable) {
            throw new RefusedEventException("it can't be written", unwritable);
        }
    }

    private static boolean isTooLarge(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException said
                && said.getSQLState() != null
                && said.getSQLState().startsWith(TOO_LARGE);
    }
}
