package io.indago.plugins.greynoise;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What an address that scans looks like. */
record ScannerTraits(JsonView scanner) {

    /** Texts in version 2, {@code {"name": …}} in version 3. */
    List<String> tags() {
        JsonView tags = scanner.at("/tags");
        return Stream.concat(
                        tags.texts().stream(), tags.items().stream().flatMap(tag -> tag.at("/name").text().stream()))
                .toList();
    }

    List<String> cves() {
        return Stream.of("/cve", "/cves")
                .flatMap(pointer -> scanner.at(pointer).texts().stream())
                .toList();
    }

    /** {@code 23/tcp}. */
    List<String> ports() {
        return scanner.at("/raw_data/scan").items().stream()
                .flatMap(scan -> scan.at("/port").integer().stream().mapToObj(port -> port + protocol(scan)))
                .toList();
    }

    private static String protocol(JsonView scan) {
        return scan.at("/protocol")
                .text()
                .map(name -> "/" + name.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** What it is known to be or to use; version 2 says some of it among the metadata. */
    List<String> features() {
        Map<String, String> names = Map.of(
                "/bot", "a bot",
                "/spoofable", "spoofable",
                "/tor", "a Tor exit",
                "/metadata/tor", "a Tor exit",
                "/vpn", "a VPN");
        return names.entrySet().stream()
                .filter(feature -> scanner.at(feature.getKey()).flag().orElse(false))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }
}
