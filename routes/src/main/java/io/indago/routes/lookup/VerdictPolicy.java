package io.indago.routes.lookup;

import io.indago.spi.IndicatorType;
import io.indago.spi.Reliability;
import java.time.Duration;

/**
 * How opinions are weighed: {@code reliability × confidence/100 × 2^(−age/halfLife)}.
 *
 * @param version names this set of rules in every verdict made by it
 * @param addressHalfLife for IP addresses, which change hands fast
 * @param nameHalfLife for domains, host names and URLs
 * @param hashHalfLife for file hashes, whose content never changes
 */
public record VerdictPolicy(String version, Duration addressHalfLife, Duration nameHalfLife, Duration hashHalfLife) {

    /** 30 days for addresses, 90 for names, three years for hashes. */
    public static VerdictPolicy standard() {
        return new VerdictPolicy("1", Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(3 * 365));
    }

    /** The opinion's weight, 0 to 1, to six decimals so that it is the same wherever it is computed. */
    double weight(Opinion opinion, IndicatorType type) {
        double age = (double) opinion.ageHours() / halfLife(type).toHours();
        double weight = factor(opinion.reliability()) * opinion.confidence() / 100 * Math.pow(2, -age);
        return Math.round(weight * 1e6) / 1e6;
    }

    private Duration halfLife(IndicatorType type) {
        return switch (type) {
            case IPV4, IPV6, CIDR, ASN -> addressHalfLife;
            case DOMAIN, FQDN, URL, EMAIL -> nameHalfLife;
            case MD5, SHA1, SHA256, SHA512, CVE -> hashHalfLife;
        };
    }

    private static double factor(Reliability reliability) {
        return switch (reliability) {
            case A -> 1.0;
            case B -> 0.85;
            case C -> 0.7;
            case D -> 0.5;
            case E -> 0.25;
            case F -> 0;
        };
    }
}
