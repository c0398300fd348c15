package io.indago.plugins.otx;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import java.net.URI;
import java.util.List;

/**
 * Where OTX keeps an indicator.
 *
 * @param kind in the API's paths
 * @param page in the website's paths
 * @param value in both
 * @param sections worth asking for; the first decides whether there is anything
 */
record OtxSubject(String kind, String page, String value, List<String> sections) {
    private static final List<String> OF_AN_ADDRESS = List.of("general", "geo", "reputation", "passive_dns");
    private static final List<String> OF_A_NAME = List.of("general", "geo", "passive_dns");
    private static final List<String> OF_A_URL = List.of("general", "url_list");
    private static final List<String> OF_A_FILE = List.of("general", "analysis");
    private static final List<String> OF_A_VULNERABILITY = List.of("general");

    static OtxSubject of(Indicator indicator) {
        String value = indicator.value();
        return switch (indicator.type()) {
            case IPV4 -> new OtxSubject("IPv4", "ip", value, OF_AN_ADDRESS);
            case IPV6 -> new OtxSubject("IPv6", "ip", value, OF_AN_ADDRESS);
            case DOMAIN -> new OtxSubject("domain", "domain", value, OF_A_NAME);
            case FQDN -> new OtxSubject("hostname", "hostname", value, OF_A_NAME);
            case URL -> new OtxSubject("url", "url", value, OF_A_URL);
            case MD5, SHA1, SHA256 -> new OtxSubject("file", "file", value, OF_A_FILE);
            case CVE -> new OtxSubject("cve", "cve", value, OF_A_VULNERABILITY);
            default ->
                throw new IllegalArgumentException(
                        "OTX has no sections of a " + indicator.type().id());
        };
    }

    HttpCall call(String api, String section) {
        return HttpCall.get(api, "indicators", kind, value, section);
    }

    /** Whether it can be malicious at all: a vulnerability can't, and pulses say who exploits it. */
    boolean isJudged() {
        return !kind.equals("cve");
    }

    /** The page about it for people. */
    URI permalink() {
        return HttpCall.get("https://otx.alienvault.com/indicator", page, value).uri();
    }
}
