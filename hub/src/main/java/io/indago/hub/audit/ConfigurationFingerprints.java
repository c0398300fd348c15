package io.indago.hub.audit;

import io.indago.host.HostedExtension;
import io.indago.host.SettingStatus;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.audit.AuditEntries;
import io.indago.routes.audit.AuditEntry;
import io.indago.routes.audit.AuditFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells a provider's or connector's settings, secrets among them, from those it had when the audit last told of them. The
 * fingerprint is salted: nobody who reads it can try out what a secret may be.
 */
@Component
public final class ConfigurationFingerprints {
    static final String ACTION = "plugin.configure";

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationFingerprints.class);
    private static final String FINGERPRINT = "fingerprint";

    private final AuditEntries entries;
    private final JdbcTemplate jdbc;

    ConfigurationFingerprints(AuditEntries entries, JdbcTemplate jdbc) {
        this.entries = entries;
        this.jdbc = jdbc;
    }

    /** What to tell of its settings; empty when they are as they were, or when that can't be known now. */
    Optional<Map<String, String>> changed(HostedExtension extension) {
        try {
            String now = fingerprint(extension);
            Optional<String> before = told(extension.spec().id());
            return before.filter(now::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(Map.of(
                            FINGERPRINT,
                            now,
                            "before",
                            before.orElse(""),
                            "mode",
                            extension.traffic().name()));
        } catch (StoreUnavailableException | DataAccessException away) {
            LOG.atWarn()
                    .addKeyValue("extension", extension.spec().id())
                    .setCause(away)
                    .log("Whether its settings have changed is not in the audit");
            return Optional.empty();
        }
    }

    private Optional<String> told(String id) throws StoreUnavailableException {
        AuditFilter last = new AuditFilter(
                Optional.empty(),
                Optional.of(ACTION),
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return entries.find(last, 0, 1).stream()
                .findFirst()
                .map(AuditEntry::event)
                .map(event -> event.details().get(FINGERPRINT));
    }

    private String fingerprint(HostedExtension extension) {
        MessageDigest digest = sha256();
        digest.update(jdbc.queryForObject("select value from audit.fingerprint_salt", byte[].class));
        for (SettingStatus setting : extension.settings()) {
            digest.update((setting.name() + "=" + setting.value().orElse("") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        digest.update(extension.credential().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
