package io.indago.plugins.opencti;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import java.util.List;
import java.util.Map;

/** What an indicator is called in OpenCTI, where names are also written as GraphQL needs them: {@code IPv4Addr}. */
enum ObservableType {
    IPV4("IPv4-Addr", "IPv4Addr", "value"),
    IPV6("IPv6-Addr", "IPv6Addr", "value"),
    DOMAIN("Domain-Name", "DomainName", "value"),
    URL("Url", "Url", "value"),
    EMAIL("Email-Addr", "EmailAddr", "value"),
    MD5("StixFile", "StixFile", "MD5"),
    SHA1("StixFile", "StixFile", "SHA-1"),
    SHA256("StixFile", "StixFile", "SHA-256"),
    SHA512("StixFile", "StixFile", "SHA-512"),
    SYSTEM("Autonomous-System", "AutonomousSystem", "number");

    private final String written;
    private final String input;
    private final String key;

    ObservableType(String written, String input, String key) {
        this.written = written;
        this.input = input;
        this.key = key;
    }

    /** All but vulnerabilities, which are no observables. */
    static final IndicatorType[] TAKEN = {
        IndicatorType.IPV4,
        IndicatorType.IPV6,
        IndicatorType.CIDR,
        IndicatorType.DOMAIN,
        IndicatorType.FQDN,
        IndicatorType.URL,
        IndicatorType.EMAIL,
        IndicatorType.MD5,
        IndicatorType.SHA1,
        IndicatorType.SHA256,
        IndicatorType.SHA512,
        IndicatorType.ASN
    };

    static ObservableType of(Indicator indicator) {
        return switch (indicator.type()) {
            case IPV4 -> IPV4;
            case IPV6 -> IPV6;
            // An address in STIX may be a network
            case CIDR -> indicator.value().contains(":") ? IPV6 : IPV4;
            case DOMAIN, FQDN -> DOMAIN;
            case URL -> URL;
            case EMAIL -> EMAIL;
            case MD5 -> MD5;
            case SHA1 -> SHA1;
            case SHA256 -> SHA256;
            case SHA512 -> SHA512;
            case ASN -> SYSTEM;
            case CVE -> throw new IllegalArgumentException("OpenCTI has no observable for a cve");
        };
    }

    /** {@code IPv4-Addr}. */
    String written() {
        return written;
    }

    /** {@code IPv4Addr}, the argument that has the value. */
    String input() {
        return input;
    }

    boolean isFile() {
        return written.equals("StixFile");
    }

    /** Whether an intrusion detection system could look for it. */
    boolean isDetectable() {
        return this != SYSTEM;
    }

    /** The argument itself. */
    Map<String, Object> value(Indicator indicator) {
        String value = indicator.value();
        if (isFile()) {
            return Map.of("hashes", List.of(Map.of("algorithm", key, "hash", value)));
        }
        return this == SYSTEM ? Map.of("number", number(value), "name", value) : Map.of("value", value);
    }

    /** The filter that only it passes, as OpenCTI takes it since 5.12. */
    Map<String, Object> filter(Indicator indicator) {
        String value = indicator.value();
        Map<String, Object> only = Map.of(
                "key",
                isFile() ? "hashes." + key : key,
                "values",
                List.of(this == SYSTEM ? Long.toString(number(value)) : value),
                "operator",
                "eq",
                "mode",
                "or");
        return Map.of("mode", "and", "filters", List.of(only), "filterGroups", List.of());
    }

    private static long number(String system) {
        return Long.parseLong(system.substring(2));
    }
}
