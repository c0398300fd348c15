package io.indago.host;

import io.indago.spi.ExtensionSpec;
import io.indago.spi.Quota;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a provider or connector is to run.
 *
 * @param unavailable why it can't, in the operator's terms; empty when it can
 * @param off whether the operator's settings say that it is not to run
 * @param traffic where its calls go
 * @param redactor hides the secrets it was given
 * @param scrubber takes them, and what tells who the operator is, out of recordings
 * @param settings what it could be given, and what it was
 * @param quotas how many calls its plan allows
 * @param conditions what a connector is told; empty for a provider
 * @param refers whether a setting only names a secret that is kept elsewhere, where it may change
 * @param credential tells credentials apart without telling them; blank without one
 * @param errors settings that are wrong
 */
record ExtensionSetup(
        Optional<String> unavailable,
        boolean off,
        Traffic traffic,
        ProviderConfig config,
        Redactor redactor,
        Scrubber scrubber,
        List<SettingStatus> settings,
        List<Quota> quotas,
        Optional<PushConditions> conditions,
        boolean refers,
        String credential,
        List<String> errors) {

    /** The only hosts its calls may go to: those it declares, and those of the operator's own servers. */
    Set<String> hosts(ExtensionSpec spec) {
        Set<String> hosts = new LinkedHashSet<>(spec.hosts());
        hosts.addAll(config.hosts());
        return Collections.unmodifiableSet(hosts);
    }
}
