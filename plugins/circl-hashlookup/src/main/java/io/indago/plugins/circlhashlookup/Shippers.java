package io.indago.plugins.circlhashlookup;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.stream.Stream;

/** What a file is part of, {@code zsh 5.8}: products of NSRL, the package it is, and those it is in. */
final class Shippers {
    private Shippers() {}

    static List<String> of(JsonView file) {
        JsonView products = file.at("/ProductCode");
        Stream<JsonView> all = products.kind() == JsonView.Kind.ARRAY ? products.items().stream() : Stream.of(products);
        Stream<JsonView> packages = Stream.concat(Stream.of(file), file.at("/parents").items().stream());
        return Stream.concat(
                        all.flatMap(product -> named(product, "/ProductName", "/ProductVersion")),
                        packages.flatMap(part -> named(part, "/PackageName", "/PackageVersion")))
                .distinct()
                .toList();
    }

    private static Stream<String> named(JsonView part, String name, String version) {
        return MemberText.of(part, name)
                .map(text -> text
                        + MemberText.of(part, version)
                                .map(number -> " " + number)
                                .findFirst()
                                .orElse(""));
    }
}
