package io.indago.toolkit;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Quota;
import io.indago.spi.Reliability;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;
import io.indago.toolkit.format.Fields;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a provider declares. */
final class SpecReader {
    private final Fields fields;

    SpecReader(Fields fields) {
        this.fields = fields;
    }

    /** The spec; to be asked for only when there is no problem. */
    ProviderSpec spec(List<Setting> settings, Set<String> calledHosts) {
        ProviderSpec.Builder spec = ProviderSpec.builder(must("id"), must("title"))
                .types(types(fields, "types").toArray(IndicatorType[]::new))
                .hosts(hosts(calledHosts).toArray(String[]::new))
                .config(settings.toArray(Setting[]::new))
                .quotas(fields.several("quotas").stream().map(SpecReader::quota).toArray(Quota[]::new));
        fields.text("homepage").ifPresent(spec::homepage);
        fields.text("exposure").map(SpecReader::constant).map(Exposure::valueOf).ifPresent(spec::exposure);
        fields.text("maxTlp").map(SpecReader::constant).map(Tlp::valueOf).ifPresent(spec::maxTlp);
        fields.span("freshFor").ifPresent(spec::freshFor);
        fields.fields("reliability")
                .ifPresent(given -> spec.reliability(
                        Reliability.valueOf(given.text("grade").orElseThrow()),
                        given.text("why").orElseThrow()));
        if (fields.flag("internal")) {
            spec.internal();
        }
        if (fields.flag("unmanaged")) {
            spec.unmanaged();
        }
        return spec.build();
    }

    static Set<IndicatorType> types(Fields fields, String name) {
        Set<IndicatorType> types = new LinkedHashSet<>();
        for (String word : fields.texts(name)) {
            type(word).ifPresent(types::add);
        }
        return types;
    }

    static Optional<IndicatorType> type(String word) {
        return List.of(IndicatorType.values()).stream()
                .filter(type -> type.id().equals(word))
                .findFirst();
    }

    /** Where its calls go by their URLs, or the hosts given, which must be all of these. */
    private Set<String> hosts(Set<String> called) {
        Set<String> given = new LinkedHashSet<>(fields.texts("hosts"));
        return given.isEmpty() ? called : given;
    }

    void check(Set<String> called) {
        Set<String> missing = new LinkedHashSet<>(called);
        missing.removeAll(fields.texts("hosts"));
        if (fields.node("hosts").isPresent() && !missing.isEmpty()) {
            fields.problem("hosts", "lacks " + missing + ", where its calls go: add it, or remove hosts");
        }
        fields.text("homepage")
                .filter(page -> host(page).isEmpty())
                .ifPresent(page -> fields.problem("homepage", "is no URL: " + page));
    }

    /** The host of a URL in lower case; empty when it is none. */
    static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Quota quota(Fields quota) {
        return Quota.of(quota.whole("calls").orElseThrow(), quota.span("per").orElseThrow());
    }

    private String must(String name) {
        return fields.text(name).orElseThrow();
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
