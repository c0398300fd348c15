package io.indago.testkit;

import io.indago.spi.Enrichment;
import io.indago.spi.Finding;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.Report;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.time.Instant;
import java.util.List;

/** Harmless indicators and made-up answers. */
public final class Samples {
    private static final Instant FINISHED = Instant.parse("2026-01-02T03:04:05Z");

    private Samples() {}

    /** An indicator of that type that harms nobody. */
    public static Indicator of(IndicatorType type) {
        return Indicator.of(
                type,
                switch (type) {
                    case IPV4 -> "93.184.215.14";
                    case IPV6 -> "2606:2800:21f:cb07:6820:80da:af6b:8b2c";
                    case DOMAIN -> "example.com";
                    case FQDN -> "www.example.com";
                    case URL -> "https://www.example.com/a?b=c";
                    case MD5 -> "a".repeat(32);
                    case SHA1 -> "a".repeat(40);
                    case SHA256 -> "a".repeat(64);
                    case SHA512 -> "a".repeat(128);
                    case CIDR -> "93.184.215.0/24";
                    case EMAIL -> "someone@example.com";
                    case CVE -> "CVE-2021-44228";
                    case ASN -> "AS15133";
                });
    }

    /** An answer about {@link #of} that type, of TLP:GREEN: one provider knows it, one does not. */
    public static Enrichment enrichment(IndicatorType type, VerdictClass verdict) {
        return enrichment(type, verdict, Tlp.GREEN);
    }

    /** The same under that TLP. */
    public static Enrichment enrichment(IndicatorType type, VerdictClass verdict, Tlp tlp) {
        int score =
                switch (verdict) {
                    case MALICIOUS -> 90;
                    case SUSPICIOUS -> 50;
                    default -> 0;
                };
        Report report = Report.hit("seen in a botnet")
                .opinion(score, 80)
                .tags(List.of("botnet"))
                .malwareFamilies(List.of("Emotet"))
                .country("DE")
                .build();
        return Enrichment.builder("01890a5d-ac96-774b-bcce-b302099a8057", of(type), FINISHED)
                .verdict(verdict)
                .score(score, 80)
                .why(List.of("alpha says so: score " + score))
                .marking(tlp, Pap.AMBER)
                .finding(Finding.hit("alpha", report))
                .finding(Finding.without("bravo", "no_data", "Bravo does not know it"))
                .build();
    }
}
