package io.indago.routes.provider;

import io.indago.host.ErrorCause;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import java.time.Duration;

/**
 * How long an answer may be used again, before its provider's own limit: a hash means the same for ever, an address
 * changes hands; what nobody knows today may be known in an hour; what failed may work in a moment. What depends on who
 * asks (a spent deadline, a refused credential, a rate limit) is never used again.
 */
final class CachePolicy {
    private static final Duration ERROR = Duration.ofSeconds(15);
    private static final Duration NO_DATA = Duration.ofMinutes(30);
    private static final Duration SUSPICIOUS = Duration.ofHours(2);
    private static final Duration OPINION = Duration.ofHours(6);
    private static final Duration MALICIOUS_FILE = Duration.ofHours(24);

    private CachePolicy() {}

    /** Zero for never. */
    static Duration freshFor(LookupResult result, ProviderSpec spec, IndicatorType type) {
        Outcome outcome = result.outcome();
        return switch (outcome.status()) {
            case HIT -> shorter(ofHit(outcome.report().orElseThrow(), type), spec.freshFor());
            case NO_DATA -> shorter(NO_DATA, spec.freshFor());
            case ERROR ->
                outcome.errorCause().orElseThrow() == ErrorCause.STUCK
                        ? Duration.ZERO
                        : shorter(ERROR, spec.freshFor());
            default -> Duration.ZERO;
        };
    }

    private static Duration ofHit(Report report, IndicatorType type) {
        VerdictClass verdict = report.verdict();
        if (verdict == VerdictClass.MALICIOUS && isFile(type)) {
            return MALICIOUS_FILE;
        }
        return verdict == VerdictClass.SUSPICIOUS ? SUSPICIOUS : OPINION;
    }

    private static boolean isFile(IndicatorType type) {
        return switch (type) {
            case MD5, SHA1, SHA256, SHA512 -> true;
            default -> false;
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
