package io.indago.plugins.urlscan;

import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One visit of a page: a row of the search, or a scan's result. Where it was sent and where it arrived may differ. */
record Scan(JsonView view) {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F-]{32,36}");

    Optional<String> uuid() {
        return text("/task/uuid").or(() -> text("/_id")).filter(UUID.asMatchPredicate());
    }

    Optional<URI> page() {
        return uuid().map(uuid -> URI.create("https://urlscan.io/result/" + uuid + "/"));
    }

    Optional<String> time() {
        return text("/task/time");
    }

    /** Whether that is what the scan was made of. Pages that deceive often send visitors on to the real one. */
    boolean isOf(Indicator indicator) {
        String value = indicator.value();
        return switch (indicator.type()) {
            case URL ->
                text("/task/url").filter(url -> bare(url).equals(bare(value))).isPresent();
            case DOMAIN, FQDN -> sentTo().filter(value::equalsIgnoreCase).isPresent();
            case IPV4, IPV6 -> text("/page/ip").filter(value::equalsIgnoreCase).isPresent();
            default -> false;
        };
    }

    private static String bare(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private Optional<String> sentTo() {
        return text("/task/domain").or(() -> text("/task/url").flatMap(Scan::host));
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException notAUri) {
            return Optional.empty();
        }
    }

    /** Whether it ended at another host than it was sent to, so that what it saw is not of the first. */
    boolean wasSentElsewhere() {
        Optional<String> arrived = text("/page/domain");
        return arrived.isPresent()
                && sentTo().filter(host -> !host.equalsIgnoreCase(arrived.get()))
                        .isPresent();
    }

    /** Tags of whoever asked for the scan, and of whoever judged it. */
    List<String> tags() {
        return Stream.concat(
                        view.at("/task/tags").texts().stream(),
                        Stream.of("/tags", "/categories")
                                .flatMap(member -> verdict(member).flatMap(names -> names.texts().stream())))
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** What the page pretends to be: names, or objects that have one. */
    List<String> brands() {
        return verdict("/brands")
                .flatMap(brands -> Stream.concat(
                        brands.texts().stream(), brands.items().stream().flatMap(brand -> Stream.of("/name", "/key")
                                .flatMap(member -> brand.at(member).text().stream())
                                .limit(1))))
                .distinct()
                .toList();
    }

    /** A result has it of everybody together, a row of the search only that. */
    Stream<JsonView> verdict(String member) {
        return Stream.of("/verdicts/overall", "/verdicts")
                .map(part -> view.at(part + member))
                .filter(JsonView::exists);
    }

    /** A text, or a number as one: the page's status is either. */
    Optional<String> text(String pointer) {
        JsonView found = view.at(pointer);
        return found.text()
                .filter(text -> !text.isBlank())
                .or(() -> found.integer().stream().mapToObj(Long::toString).findFirst());
    }
}
