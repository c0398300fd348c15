package io.indago.routes.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a person, as the hub gives names: lower case, and none that could be a machine's. */
final class Username {
    static final String EXPECTED =
            "expected 1 to 64 letters, digits, '.', '_', '-' and '@', a letter or digit first, and no service-account-";

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final String MACHINES = "service-account-";

    private Username() {}

    /** The name as the identity provider keeps it; empty when it is none. */
    static Optional<String> of(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(name).matches() && !name.startsWith(MACHINES) ? Optional.of(name) : Optional.empty();
    }
}
