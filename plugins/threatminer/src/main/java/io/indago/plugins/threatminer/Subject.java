package io.indago.plugins.threatminer;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import java.net.URI;
import java.util.List;

/**
 * Where ThreatMiner keeps an indicator.
 *
 * @param endpoint in the API's paths
 * @param page in the website's paths
 * @param sections worth asking for, as {@code rt} numbers them; the first decides whether there is an answer
 */
record Subject(String endpoint, String page, List<Integer> sections) {
    /** Reports, samples, passive DNS, WHOIS. */
    private static final Subject ADDRESS = new Subject("host.php", "host.php", List.of(6, 4, 2, 1));

    private static final Subject NAME = new Subject("domain.php", "domain.php", List.of(6, 4, 2, 1));
    /** Detections, metadata, hosts, reports. */
    private static final Subject FILE = new Subject("sample.php", "sample.php", List.of(6, 1, 3, 7));

    static Subject of(Indicator indicator) {
        return switch (indicator.type()) {
            case IPV4 -> ADDRESS;
            case DOMAIN, FQDN -> NAME;
            case MD5, SHA1, SHA256 -> FILE;
            default ->
                throw new IllegalArgumentException(
                        "ThreatMiner has nothing on a " + indicator.type().id());
        };
    }

    boolean isFile() {
        return endpoint.equals("sample.php");
    }

    /** The page about it for people. */
    URI permalink(Indicator indicator) {
        return HttpCall.get("https://www.threatminer.org", page)
                .query("q", indicator.value())
                .uri();
    }
}
