package io.indago.host;

import java.util.List;
import java.util.Optional;

/**
 * How a provider is to run.
 *
 * @param unavailable why it can't, in the operator's terms; empty when it can
 * @param redactor hides the secrets it was given
 * @param errors settings that are wrong
 * @param warnings settings that are ignored
 */
record ProviderSetup(
        Optional<String> unavailable,
        boolean sandbox,
        ProviderConfig config,
        Redactor redactor,
        List<String> errors,
        List<String> warnings) {}
