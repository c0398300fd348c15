package io.indago.plugins.threatminer;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What several answers list, told apart by its looks: no two sections list things of the same shape that mean something
 * else.
 */
record Findings(List<JsonView> items) {
    private static final String HASH = "[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}";

    /** @throws ProviderException when one is no answer */
    static Findings of(List<JsonView> bodies) {
        List<JsonView> items = new ArrayList<>();
        for (JsonView body : bodies) {
            switch (status(body)) {
                case "200" -> items.addAll(body.at("/results").items());
                case "404" -> {
                    // A miss within a success
                }
                case "429" -> throw ProviderException.of(ErrorKind.QUOTA, "ThreatMiner's rate limit is spent");
                case "500", "502", "503" ->
                    throw ProviderException.of(ErrorKind.UNAVAILABLE, "ThreatMiner says that it can't answer now");
                default ->
                    throw ProviderException.of(
                            ErrorKind.BAD_REPLY, "ThreatMiner's reply has no status_code that it documents");
            }
        }
        return new Findings(List.copyOf(items));
    }

    /** A text that is a number, or a number. */
    private static String status(JsonView body) {
        return body.at("/status_code").integer().stream()
                .mapToObj(Long::toString)
                .findFirst()
                .orElse("");
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** {@code {"filename": …, "year": …, "URL": …}}. */
    List<JsonView> reports() {
        return having("/filename");
    }

    /** Hashes of samples that have to do with it. */
    List<String> samples() {
        return texts(text -> text.matches(HASH));
    }

    /** Names that have to do with it. */
    List<String> names() {
        return texts(text -> !text.matches(HASH));
    }

    /** {@code {"ip": …, "domain": …, "first_seen": …, "last_seen": …}}, with one of the two. */
    List<JsonView> passiveDns() {
        return having("/last_seen");
    }

    /** {@code {"av": …, "detection": …}}, at the top or in a list. */
    List<String> detections() {
        return items.stream()
                .flatMap(item -> Stream.concat(Stream.of(item), item.at("/av_detections").items().stream()))
                .filter(item -> text(item, "/detection").isPresent())
                .map(item -> text(item, "/av").orElse("an engine") + " " + item.textAt("/detection", ""))
                .distinct()
                .toList();
    }

    /** The file itself. */
    Optional<JsonView> metadata() {
        return having("/file_type").stream().findFirst();
    }

    /** Whom an address belongs to. */
    Optional<JsonView> network() {
        return having("/bgp_prefix").stream().findFirst();
    }

    /** What is registered about a name. */
    Optional<JsonView> whois() {
        return items.stream()
                .map(item -> item.at("/whois"))
                .filter(whois -> whois.kind() == JsonView.Kind.OBJECT)
                .findFirst();
    }

    /** {@code {"domains": [{"domain": …, "ip": …}], "hosts": […]}}, what a file talks to. */
    Stream<String> contacted() {
        return items.stream()
                .flatMap(item -> Stream.concat(
                        item.at("/domains").items().stream().flatMap(host -> text(host, "/domain").stream()),
                        item.at("/hosts").texts().stream()))
                .distinct();
    }

    static Optional<String> text(JsonView view, String pointer) {
        return view.at(pointer).text().filter(text -> !text.isBlank());
    }

    private List<JsonView> having(String member) {
        return items.stream().filter(item -> item.at(member).exists()).toList();
    }

    private List<String> texts(Predicate<String> wanted) {
        return items.stream()
                .flatMap(item -> item.text().stream())
                .filter(wanted)
                .distinct()
                .toList();
    }
}
