package io.indago.host;

import io.indago.host.SecretSource.UnreadableSecretException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what settings refer to, each reference once: for one reading of all settings. */
final class SecretReferences {
    private final List<SecretSource> sources;
    private final Map<String, Secret> known = new HashMap<>();

    SecretReferences(List<SecretSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * What a reference led to.
     *
     * @param value empty when it can't be read
     * @param fault why, in the end of a sentence
     */
    record Secret(Optional<String> value, String fault) {}

    /** Whether the value only names a secret. */
    boolean isReference(String value) {
        return source(value).isPresent();
    }

    /** The secret that reference names. */
    synchronized Secret read(String reference) {
        return known.computeIfAbsent(reference, this::ask);
    }

    private Secret ask(String reference) {
        SecretSource source = source(reference).orElseThrow();
        try {
            String value = source.read(reference.substring(source.scheme().length() + 1))
                    .strip();
            return value.isEmpty()
                    ? new Secret(Optional.empty(), "is empty there")
                    : new Secret(Optional.of(value), "");
        } catch (UnreadableSecretException unreadable) {
            return new Secret(Optional.empty(), unreadable.getMessage());
        }
    }

    private Optional<SecretSource> source(String value) {
        return sources.stream()
                .filter(source -> value.startsWith(source.scheme() + ":"))
                .findFirst();
    }
}
