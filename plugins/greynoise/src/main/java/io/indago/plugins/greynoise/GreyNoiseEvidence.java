package io.indago.plugins.greynoise;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What supports GreyNoise's opinion, the strongest first. */
record GreyNoiseEvidence(Standing standing, Optional<String> owner, JsonView service, ScannerTraits traits) {

    List<Evidence> pieces() {
        return Stream.of(
                        Optional.of(Evidence.of("standing", "it " + standing.sentence())
                                .value(standing.name().toLowerCase(Locale.ROOT))),
                        owner.map(name ->
                                Evidence.of("owner", "it belongs to " + name).value(name)),
                        serviceCategory(),
                        Evidence.listing("tags", "it shows ", traits.tags()),
                        Evidence.listing("cves", "it looks for ", traits.cves()),
                        Evidence.listing("ports", "it scans ", traits.ports()),
                        Evidence.listing("features", "it is ", traits.features()),
                        text(traits.scanner(), "/metadata/os").map(os -> Evidence.of("system", "it runs " + os)
                                .value(os)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Evidence> serviceCategory() {
        return standing == Standing.SERVICE
                ? text(service, "/category").map(category -> Evidence.of(
                                "service",
                                "the service is of the category " + category
                                        + text(service, "/trust_level")
                                                .map(level -> ", trust level " + level)
                                                .orElse(""))
                        .value(category))
                : Optional.empty();
    }

    private static Optional<String> text(JsonView view, String pointer) {
        return view.at(pointer).text().filter(text -> !text.isBlank());
    }
}
