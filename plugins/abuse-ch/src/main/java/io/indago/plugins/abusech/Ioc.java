package io.indago.plugins.abusech;

import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One entry of ThreatFox: {@code {"ioc": "203.0.114.9:443", "ioc_type": "ip:port", "malware": "win.example", …}}. */
record Ioc(JsonView view) {
    /** What ThreatFox takes for granted where a reporter says nothing. */
    private static final long USUAL_CONFIDENCE = 50;

    String value() {
        return view.textAt("/ioc", "");
    }

    String id() {
        return Texts.at(view, "/id")
                .or(() -> view.at("/id").integer().stream()
                        .mapToObj(Long::toString)
                        .findFirst())
                .orElse("");
    }

    /** Whether it is about that indicator, and not about one whose text contains it. A server may be about a file. */
    boolean isAbout(Indicator indicator) {
        return switch (indicator.type()) {
            case IPV4, IPV6 -> address().equalsIgnoreCase(indicator.value());
            case URL -> withoutSlash(value()).equals(withoutSlash(indicator.value()));
            case DOMAIN, FQDN -> value().equalsIgnoreCase(indicator.value());
            default -> !isFile() || value().equalsIgnoreCase(indicator.value());
        };
    }

    private boolean isFile() {
        return view.textAt("/ioc_type", "").endsWith("_hash");
    }

    /** Without the port, which follows the last colon, also that of an IPv6 address without brackets. */
    private String address() {
        boolean withPort = view.textAt("/ioc_type", "ip:port").equals("ip:port") && value().contains(":");
        String address = withPort ? value().substring(0, value().lastIndexOf(':')) : value();
        return address.replace("[", "").replace("]", "");
    }

    /** Reporters leave out the slash after a host's name. */
    static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** 0 to 100. */
    int confidence() {
        return (int) Math.max(0, Math.min(100, view.integerAt("/confidence_level", USUAL_CONFIDENCE)));
    }

    /** Empty where ThreatFox doesn't know, or only knows the kind: {@code Unknown Stealer}. */
    Optional<String> malware() {
        return Texts.at(view, "/malware_printable")
                .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("unknown"));
    }

    /** {@code "Geodo,Heodo"}. */
    Stream<String> aliases() {
        return Texts.at(view, "/malware_alias").stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip);
    }

    Stream<String> times() {
        return Stream.of("/first_seen", "/last_seen").flatMap(pointer -> Texts.at(view, pointer).stream());
    }

    Evidence evidence() {
        String text = value() + " is listed as "
                + Texts.at(view, "/threat_type").orElse("a threat")
                + malware().map(name -> " of " + name).orElse("")
                + ", confidence " + confidence()
                + (view.at("/is_compromised").flag().orElse(false) ? ", on a host that was compromised" : "");
        Evidence evidence = Evidence.of("ioc", text).value(value());
        return times().reduce((first, last) -> last).map(evidence::observedAt).orElse(evidence);
    }

    Optional<URI> page() {
        return Optional.of(id())
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(id -> URI.create("https://threatfox.abuse.ch/ioc/" + id + "/"));
    }

    /** What has to do with the indicator: samples with a server, servers with a file. */
    Stream<Related> related(Indicator indicator) {
        return switch (indicator.type()) {
            case MD5, SHA1, SHA256 -> server().stream();
            default ->
                view.at("/malware_samples").items().stream()
                        .flatMap(sample -> Texts.at(sample, "/sha256_hash").stream())
                        .map(hash ->
                                Related.of(IndicatorType.SHA256, hash, isDelivery() ? "delivers" : "contacted-by"));
        };
    }

    private List<Related> server() {
        Optional<IndicatorType> type =
                switch (view.textAt("/ioc_type", "")) {
                    case "ip:port" -> Optional.of(address().contains(":") ? IndicatorType.IPV6 : IndicatorType.IPV4);
                    case "domain" -> Optional.of(IndicatorType.FQDN);
                    case "url" -> Optional.of(IndicatorType.URL);
                    default -> Optional.empty();
                };
        return type
                .map(known -> Related.of(
                        known,
                        known == IndicatorType.IPV4 || known == IndicatorType.IPV6 ? address() : value(),
                        isDelivery() ? "downloaded-from" : isControl() ? "c2" : "contacts"))
                .stream()
                .toList();
    }

    private boolean isDelivery() {
        return view.textAt("/threat_type", "").equals("payload_delivery");
    }

    private boolean isControl() {
        return view.textAt("/threat_type", "").equals("botnet_cc");
    }
}
