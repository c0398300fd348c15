package io.indago.plugins.virustotal;

import io.indago.spi.Indicator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where VirusTotal keeps an indicator.
 *
 * @param collection in the API's paths
 * @param page in the website's paths
 * @param id in both
 */
record VirusTotalObject(String collection, String page, String id) {

    static VirusTotalObject of(Indicator indicator) {
        String value = indicator.value();
        return switch (indicator.type()) {
            case IPV4, IPV6 -> new VirusTotalObject("ip_addresses", "ip-address", value);
            case DOMAIN, FQDN -> new VirusTotalObject("domains", "domain", value);
            case URL -> new VirusTotalObject("urls", "url", urlId(value));
            case MD5, SHA1, SHA256 -> new VirusTotalObject("files", "file", value);
            default ->
                throw new IllegalArgumentException(
                        "VirusTotal has no object for a " + indicator.type().id());
        };
    }

    /** The page about it for people. */
    URI permalink() {
        return URI.create("https://www.virustotal.com/gui/" + page + "/" + id);
    }

    /** Base64url without padding, see <a href="https://docs.virustotal.com/reference/url">URL identifiers</a>. */
    private static String urlId(String url) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(url.getBytes(StandardCharsets.UTF_8));
    }
}
