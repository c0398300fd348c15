package io.indago.hub.selfcheck;

import io.indago.hub.config.IndagoProperties;
import io.indago.routes.api.SelfCheckDocument.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the secrets the hub has for Keycloak could be guessed. Says nothing of what they are. */
final class SecretCheck implements Check {
    private static final int SHORTEST = 20;
    private static final Pattern FROM_AN_EXAMPLE =
            Pattern.compile("(?i).*(change-?me|secret|password|example|default|12345678|indago|keycloak).*");

    private final IndagoProperties.Keycloak settings;

    SecretCheck(IndagoProperties.Keycloak settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        weakness(settings.loginSecret()).ifPresent(why -> findings.add(weak("indago.keycloak.login-secret", why)));
        weakness(settings.adminSecret()).ifPresent(why -> findings.add(weak("indago.keycloak.admin-secret", why)));
        if (isThere(settings.loginSecret())
                && String.valueOf(settings.loginSecret()).equals(settings.adminSecret())) {
            findings.add(weak("indago.keycloak.admin-secret", "is the same as the login's"));
        }
        return findings;
    }

    private static Finding weak(String setting, String why) {
        return Finding.warning(
                "weak-secret", setting + " " + why + ": make another one, openssl rand -hex 24, here and in Keycloak");
    }

    private static Optional<String> weakness(@Nullable String secret) {
        if (secret == null || !isThere(secret)) {
            return Optional.empty();
        }
        if (secret.length() < SHORTEST) {
            return Optional.of("has fewer than " + SHORTEST + " characters");
        }
        boolean few = secret.chars().distinct().count() < SHORTEST / 2;
        return few || FROM_AN_EXAMPLE.matcher(secret).matches()
                ? Optional.of("looks like one from an example")
                : Optional.empty();
    }

    private static boolean isThere(@Nullable String secret) {
        return secret != null && !secret.isBlank();
    }
}
