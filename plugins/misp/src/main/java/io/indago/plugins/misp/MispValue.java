package io.indago.plugins.misp;

import io.indago.spi.JsonView;

/** Values whose JSON type depends on MISP's version. */
final class MispValue {
    private MispValue() {}

    /** Of {@code true}, {@code 1} and {@code "1"}; what is missing is false. */
    static boolean flag(JsonView view) {
        return view.flag().orElseGet(() -> view.integer().orElse(0) == 1);
    }

    /** Of {@code "7"} and {@code 7}; empty when it is neither text nor whole number. */
    static String word(JsonView view) {
        return view.text().orElseGet(() -> view.integer().stream()
                .mapToObj(Long::toString)
                .findFirst()
                .orElse(""));
    }
}
