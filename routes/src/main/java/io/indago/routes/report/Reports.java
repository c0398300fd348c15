package io.indago.routes.report;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.time.Instant;
import java.util.Set;

/** Reads the accounts, reports from roll-ups and the log from the rows; and has them forget. */
public interface Reports {

    /** What was used. */
    UsageReport report(Grouping by, Question question) throws StoreUnavailableException;

    /** The requests, the latest first. */
    RequestLog log(Question question) throws StoreUnavailableException;

    /**
     * What a user has used.
     *
     * @param subject the user's id at the identity provider
     * @param to when it ends, as the answer says
     */
    Usage usage(String subject, DayRange days, Instant to) throws StoreUnavailableException;

    /** Whether there has been a request of a user of that name. */
    boolean knows(String username) throws StoreUnavailableException;

    /** The ids at the identity provider under which requests of that name were made; an empty one is nobody's. */
    Set<String> subjects(String username) throws StoreUnavailableException;

    /**
     * Puts a pseudonym in a user's place; what was used stays.
     *
     * @return how many requests were his
     */
    long forget(String username, String pseudonym) throws StoreUnavailableException;
}
