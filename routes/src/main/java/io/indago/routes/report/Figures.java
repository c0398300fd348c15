package io.indago.routes.report;

import java.math.BigDecimal;

/**
 * What was used.
 *
 * @param requests API requests; of a row of provider calls, the lookups that considered it
 * @param lookups those that were lookups; of a row of provider calls, those in which it had its say
 * @param bytesAnswered bytes of answers; 0 in rows of provider calls, for an answer is of no one provider
 * @param billed provider calls for which the provider was asked
 * @param shared those for which it was being asked the same for another lookup
 * @param cached those for which it had been asked the same before
 * @param refused those that were not made: not allowed, no quota, held back
 * @param calls HTTP calls made
 * @param bytesReceived bytes of replies to them
 * @param cost what they cost, in units of the operator's choice
 */
public record Figures(
        long requests,
        long lookups,
        long bytesAnswered,
        long billed,
        long shared,
        long cached,
        long refused,
        long calls,
        long bytesReceived,
        BigDecimal cost) {}
