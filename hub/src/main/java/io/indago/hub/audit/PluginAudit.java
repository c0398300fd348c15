package io.indago.hub.audit;

import io.indago.host.HostedExtension;
import io.indago.host.PluginHost;
import io.indago.host.PluginStatus;
import io.indago.host.RosterChange;
import io.indago.host.RosterListener;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.AuditOutcome;
import io.indago.routes.audit.AuditTrail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells the audit what the hub sees of its plugins: which came and went, and whose settings are other ones than before. */
public final class PluginAudit implements RosterListener {
    private final PluginHost host;
    private final ConfigurationFingerprints fingerprints;
    private final AuditTrail trail;

    public PluginAudit(PluginHost host, ConfigurationFingerprints fingerprints, AuditTrail trail) {
        this.host = host;
        this.fingerprints = fingerprints;
        this.trail = trail;
    }

    /** Whoever comes may come with other settings. */
    @Override
    public void coming(HostedExtension extension) {
        String id = extension.spec().id();
        fingerprints
                .changed(extension)
                .ifPresent(fingerprint -> tell(ConfigurationFingerprints.ACTION, id, AuditOutcome.DONE, fingerprint));
    }

    @Override
    public void gone(String id) {
        // its plugin was removed or replaced, which is told as a change
    }

    @Override
    public void changed(RosterChange change) {
        change.added().forEach(name -> tell("plugin.add", name, AuditOutcome.DONE, what(name)));
        change.replaced().forEach(name -> tell("plugin.replace", name, AuditOutcome.DONE, what(name)));
        change.removed().forEach(name -> tell("plugin.remove", name, AuditOutcome.DONE, Map.of()));
        change.refused()
                .forEach(problem -> tell(
                        "plugin.replace", problem.plugin(), AuditOutcome.REFUSED, Map.of("reason", problem.message())));
    }

    /** Its version, and the SHA-256 of each of its files. */
    private Map<String, String> what(String name) {
        Map<String, String> details = new TreeMap<>();
        List<PluginStatus> found = host.plugins().stream()
                .filter(plugin -> plugin.name().equals(name))
                .toList();
        found.forEach(plugin -> {
            details.put("version", plugin.version());
            details.put("state", plugin.state().name().toLowerCase(Locale.ROOT));
            plugin.jars().forEach(jar -> details.put("sha256 " + jar.file(), jar.sha256()));
        });
        return details;
    }

    private void tell(String action, String object, AuditOutcome outcome, Map<String, String> details) {
        trail.tell(AuditActor.HUB, action, object, outcome, details);
    }
}
