package io.indago.testkit;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;

/** A harmless indicator of each type. */
final class Samples {
    private Samples() {}

    static Indicator of(IndicatorType type) {
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
}
