package io.indago.routes.limit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose requests are counted together. */
public enum LimitKind {
    /** A person's, or a service account's, whatever he uses. */
    USER,
    /** All that are made through one OAuth client, whoever uses it. */
    CLIENT;

    /** The word, in settings, the API and metrics: {@code user}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is none of that id. */
    public static Optional<LimitKind> ofId(String id) {
        return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
