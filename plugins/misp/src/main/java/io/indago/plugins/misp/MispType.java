package io.indago.plugins.misp;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import java.util.List;

/** What an indicator's type is called in MISP. */
enum MispType {
    ADDRESS("", "Network activity", "ip-src", "ip-dst", "ip-src|port", "ip-dst|port", "domain|ip"),
    NETWORK("", "Network activity", "ip-src", "ip-dst"),
    DOMAIN("domain", "Network activity", "domain", "hostname", "domain|ip", "hostname|port"),
    HOST("hostname", "Network activity", "hostname", "domain", "domain|ip", "hostname|port"),
    URL("url", "Network activity", "url", "uri", "link"),
    MD5("md5", "Payload delivery", "md5", "filename|md5"),
    SHA1("sha1", "Payload delivery", "sha1", "filename|sha1"),
    SHA256("sha256", "Payload delivery", "sha256", "filename|sha256"),
    SHA512("sha512", "Payload delivery", "sha512", "filename|sha512"),
    EMAIL("email-src", "Payload delivery", "email", "email-src", "email-dst"),
    VULNERABILITY("vulnerability", "External analysis", "vulnerability"),
    SYSTEM("AS", "Network activity", "AS");

    private final String written;
    private final String category;
    private final List<String> searched;

    MispType(String written, String category, String... searched) {
        this.written = written;
        this.category = category;
        this.searched = List.of(searched);
    }

    static MispType of(IndicatorType type) {
        return switch (type) {
            case IPV4, IPV6 -> ADDRESS;
            case CIDR -> NETWORK;
            case DOMAIN -> DOMAIN;
            case FQDN -> HOST;
            case URL -> URL;
            case MD5 -> MD5;
            case SHA1 -> SHA1;
            case SHA256 -> SHA256;
            case SHA512 -> SHA512;
            case EMAIL -> EMAIL;
            case CVE -> VULNERABILITY;
            case ASN -> SYSTEM;
        };
    }

    /** The types under which one may have been recorded. */
    static List<String> searched(IndicatorType type) {
        return of(type).searched;
    }

    /** The forms in which one may have been recorded: MISP takes the letters off an AS number. */
    static List<String> values(Indicator indicator) {
        String value = indicator.value();
        return indicator.type() == IndicatorType.ASN ? List.of(value.replaceFirst("^AS", ""), value) : List.of(value);
    }

    /** The type under which one is recorded; addresses as that. */
    String written(String ofAddresses) {
        return written.isEmpty() ? ofAddresses : written;
    }

    String category() {
        return category;
    }

    /** Whether an intrusion detection system could look for it. */
    boolean isDetectable() {
        return this != VULNERABILITY && this != SYSTEM;
    }
}
