package io.indago.plugins.virustotal;

import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import java.util.Map;
import java.util.stream.Stream;

/** What an object's own attributes connect it with; its relations would each be a call more. */
record VirusTotalRelated(VirusTotalObject object, JsonView attributes) {
    private static final int MAX_OF_A_KIND = 20;
    private static final Map<String, IndicatorType> HASHES =
            Map.of("/md5", IndicatorType.MD5, "/sha1", IndicatorType.SHA1, "/sha256", IndicatorType.SHA256);

    /** The indicator itself is not among them. */
    Stream<Related> all() {
        return Stream.of(hashes(), records(), certificate(), destination())
                .flatMap(kind -> kind.filter(other -> !other.value().equalsIgnoreCase(object.id()))
                        .limit(MAX_OF_A_KIND));
    }

    private Stream<Related> hashes() {
        return HASHES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(hash -> attributes.at(hash.getKey()).text().stream()
                        .map(digits -> Related.of(hash.getValue(), digits, "same-file")));
    }

    /** {@code [{"type": "A", "value": "203.0.114.9"}, {"type": "MX", "value": "mail.example.com"}]}. */
    private Stream<Related> records() {
        return attributes.at("/last_dns_records").items().stream().flatMap(VirusTotalRelated::record);
    }

    private static Stream<Related> record(JsonView record) {
        String value = record.textAt("/value", "").replaceFirst("\\.$", "");
        return switch (record.textAt("/type", "")) {
            case "A" -> Stream.of(Related.of(IndicatorType.IPV4, value, "resolves-to"));
            case "AAAA" -> Stream.of(Related.of(IndicatorType.IPV6, value, "resolves-to"));
            case "CNAME" -> Stream.of(Related.of(IndicatorType.FQDN, value, "alias-of"));
            case "MX" -> Stream.of(Related.of(IndicatorType.FQDN, value, "mail-server"));
            case "NS" -> Stream.of(Related.of(IndicatorType.FQDN, value, "name-server"));
            default -> Stream.empty();
        };
    }

    private Stream<Related> certificate() {
        return attributes.at("/last_https_certificate/extensions/subject_alternative_name").texts().stream()
                .distinct()
                .map(name -> Related.of(IndicatorType.FQDN, name, "same-certificate"));
    }

    private Stream<Related> destination() {
        return attributes.at("/last_final_url").text().stream()
                .filter(url -> !url.equals(attributes.textAt("/url", url)))
                .map(url -> Related.of(IndicatorType.URL, url, "redirects-to"));
    }
}
