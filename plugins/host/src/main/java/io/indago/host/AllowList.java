package io.indago.host;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The files an operator allows, by their SHA-256; an empty list allows all. */
final class AllowList {
    private final Set<String> digests;

    AllowList(Collection<String> digests) {
        this.digests = digests.stream()
                .map(digest -> digest.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why the jar may not be loaded; empty when it may. */
    Optional<String> objection(PluginJar jar) {
        return digests.isEmpty() || digests.contains(jar.sha256())
                ? Optional.empty()
                : Optional.of(jar.file() + " is not on the allow-list: if you trust it, add its SHA-256 to"
                        + " indago.plugins.allow-list: " + jar.sha256());
    }
}
