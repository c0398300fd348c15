package io.indago.plugins.nvd;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.stream.Stream;

/**
 * The products a vulnerability is in: {@code [{"nodes": [{"cpeMatch": [{"vulnerable": true, "criteria":
 * "cpe:2.3:a:apache:log4j:…"}]}]}]}. What is not vulnerable itself is only what the product runs on.
 */
final class Products {
    private static final int VENDOR = 3;
    private static final int PRODUCT = 4;

    private Products() {}

    /** {@code apache log4j}, each once. */
    static List<String> of(JsonView configurations) {
        return configurations.items().stream()
                .flatMap(configuration -> configuration.at("/nodes").items().stream())
                .flatMap(node -> node.at("/cpeMatch").items().stream())
                .filter(match -> match.at("/vulnerable").flag().orElse(false))
                .flatMap(match -> match.at("/criteria").text().stream())
                .flatMap(Products::name)
                .distinct()
                .toList();
    }

    /** A colon that belongs to a name is escaped. */
    private static Stream<String> name(String cpe) {
        String[] parts = cpe.split("(?<!\\\\):", -1);
        return parts.length > PRODUCT ? Stream.of(plain(parts[VENDOR]) + " " + plain(parts[PRODUCT])) : Stream.empty();
    }

    private static String plain(String part) {
        return part.replace("\\", "").replace('_', ' ');
    }
}
