package io.indago.hub.config;

import io.indago.routes.journal.JournalSettings;
import io.indago.routes.limit.RateLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The hub's settings, {@code indago.*}.
 *
 * @param providers settings of the providers: id, then setting, then value
 * @param connectors settings of the connectors: id, then setting, then value
 * @param ownDomains the organisation's own domains, which never leave, nor anything below them
 * @param ownRanges the organisation's own addresses, in CIDR notation, which never leave
 * @param trustedProxies the proxies whose word is taken for where a request comes from, addresses or CIDR; without any, nobody's
 * @param shutdownDelay how long a hub that is to stop goes on while its readiness is down already
 */
@Validated
@ConfigurationProperties("indago")
public record IndagoProperties(
        @Valid @DefaultValue Security security,
        @Valid @DefaultValue Keycloak keycloak,
        @Valid @DefaultValue Auth auth,
        @Valid @DefaultValue Kafka kafka,
        @Valid @DefaultValue Accounting accounting,
        @Valid @DefaultValue Plugins plugins,
        @Valid @DefaultValue Sandbox sandbox,
        @Valid @DefaultValue Recordings recordings,
        @Valid @DefaultValue Lookup lookup,
        @Valid @DefaultValue Cache cache,
        @Valid @DefaultValue Audit audit,
        @Valid @DefaultValue Limits limits,
        @Valid @DefaultValue Vault vault,
        @Valid @DefaultValue Quotas quotas,
        @DefaultValue Map<String, Map<String, String>> providers,
        @DefaultValue Map<String, Map<String, String>> connectors,
        @DefaultValue List<String> ownDomains,
        @DefaultValue List<String> ownRanges,
        @DefaultValue List<ProxyRange> trustedProxies,
        @DurationMin @DefaultValue("0s") Duration shutdownDelay) {

    /** The realm, as the hub reaches it. */
    public String realm() {
        String url = keycloak.url();
        return url == null || url.isBlank() ? security.issuerUri() : url;
    }

    /**
     * Whose tokens are accepted.
     *
     * @param issuerUri the realm's URI, as it stands in tokens
     * @param jwkSetUri where the realm's keys are; below the issuer unless given
     * @param audience what a token's {@code aud} must contain
     * @param clients the OAuth clients whose tokens are accepted, by {@code azp}
     */
    public record Security(
            @NotBlank String issuerUri,
            @Nullable String jwkSetUri,
            @NotBlank @DefaultValue("hub-api") String audience,

            @NotEmpty @DefaultValue({"hub-legacy-login", "indago-cli", "indago-portal", "indago-soar"})
            List<String> clients) {

        /** Where the realm's keys are. */
        public String keys() {
            return jwkSetUri == null || jwkSetUri.isBlank() ? issuerUri + "/protocol/openid-connect/certs" : jwkSetUri;
        }
    }

    /**
     * What the hub itself asks Keycloak for.
     *
     * @param url the realm, where the hub reaches Keycloak by another name than callers do; the issuer unless given
     * @param loginClient the client that may use the password grant
     * @param loginSecret its secret; without it nobody logs in at the hub
     * @param adminClient the client that manages users
     * @param adminSecret its secret; without it the hub manages no users
     */
    public record Keycloak(
            @Nullable String url,
            @NotBlank @DefaultValue("hub-legacy-login") String loginClient,
            @Nullable String loginSecret,
            @NotBlank @DefaultValue("hub-admin") String adminClient,
            @Nullable String adminSecret) {

        @Override
        public String toString() {
            return "Keycloak at " + url + " as " + loginClient + " and " + adminClient;
        }
    }

    /**
     * Logins.
     *
     * @param passwordEndpoint whether {@code POST /api/authenticate} takes passwords
     * @param portal where people see to their account; Keycloak's own pages unless given
     * @param longestToken the longest life of a token; one that lives longer is refused, and a revocation is kept as long
     */
    public record Auth(
            @DefaultValue("off") boolean passwordEndpoint,
            @Nullable URI portal,
            @DefaultValue("1h") Duration longestToken) {}

    /**
     * Kafka.
     *
     * @param buffer the most the producer holds that brings the journal to Kafka
     * @param patience how long somebody waits for Kafka who has to
     */
    public record Kafka(
            @NotBlank @DefaultValue("localhost:9092") String bootstrapServers,
            @DefaultValue("32MB") DataSize buffer,
            @DefaultValue("500ms") Duration patience) {}

    /**
     * Accounting.
     *
     * @param durability who has to have a lookup's record before the first byte leaves
     * @param interruptedAfter how long after the longest deadline a lookup counts as interrupted that has not ended
     */
    public record Accounting(
            @DefaultValue("journal") Durability durability,
            @Valid @DefaultValue Journal journal,
            @DurationMin(seconds = 1) @DefaultValue("5m") Duration interruptedAfter,
            @Valid @DefaultValue Retention retention) {

        /**
         * What is forgotten when; what was used never is.
         *
         * @param addresses how long addresses and user agents are kept
         * @param months how many months requests and deliveries are kept, beside the one that is not over
         */
        public record Retention(
                @DefaultValue("90d") Duration addresses,
                @Min(1) @Max(600) @DefaultValue("13") int months) {

            public Retention {
                if (addresses.isNegative() || addresses.isZero()) {
                    throw new IllegalArgumentException("addresses can't be kept for " + addresses);
                }
            }
        }

        /** In the settings {@code journal} or {@code journal+kafka}. */
        public enum Durability {
            JOURNAL,
            JOURNAL_KAFKA
        }

        /**
         * The journal, which holds what Kafka does not have yet.
         *
         * @param folder where it is; this hub's alone
         * @param sync whether an entry is safe when the disk has it, or when the operating system does
         * @param maxSize the most its file may hold
         */
        public record Journal(
                @DefaultValue("data/journal") Path folder,
                @DefaultValue("disk") JournalSettings.Sync sync,
                @DefaultValue("1GB") DataSize maxSize) {

            JournalSettings settings() {
                return new JournalSettings(folder, sync, maxSize.toBytes());
            }
        }
    }

    /**
     * Plugins.
     *
     * @param folder where the jars are
     * @param allowList the SHA-256 of the jars that may be loaded, as {@code sha256sum} prints them; empty allows all
     * @param data where providers may keep files
     * @param watchInterval how often the folder is looked at for changes, which take effect once they are the same twice; 0
     *     for never
     * @param healthInterval how often providers and connectors are asked how they are; 0 for never
     */
    public record Plugins(
            @DefaultValue("plugins") Path folder,
            @DefaultValue List<@Pattern(regexp = "[0-9A-Fa-f]{64}") String> allowList,
            @DefaultValue("data") Path data,
            @DefaultValue("1s") Duration watchInterval,
            @DefaultValue("5m") Duration healthInterval) {}

    /**
     * Answers from before.
     *
     * @param size roughly what all of them together may take; 0 keeps none
     */
    public record Cache(@DefaultValue("64MB") DataSize size) {}

    /**
     * The audit.
     *
     * @param headInterval how often the head of its chain is published
     * @param verifyInterval how often the hub verifies the chain; 0 for never
     */
    public record Audit(
            @DurationMin(seconds = 1) @DefaultValue("1h") Duration headInterval,
            @DurationMin @DefaultValue("1d") Duration verifyInterval,
            @Valid @DefaultValue Retention retention) {

        /**
         * What is forgotten when. The database keeps addresses for 30 days and entries for 12 months whatever it is told.
         *
         * @param addresses how long addresses are kept
         * @param months how many months entries are kept
         */
        public record Retention(
                @DurationMin(days = 30) @DefaultValue("90d") Duration addresses,
                @Min(12) @Max(600) @DefaultValue("24") int months) {}
    }

    /**
     * How many requests may be made; {@code 600/1m, 50000/1d}, or {@code none}.
     *
     * @param user by each user
     * @param client through each OAuth client, by all its users together
     * @param users by those who have a limit of their own: name, then limit
     * @param clients through those that have a limit of their own: id, then limit
     * @param inFlight how many requests of one user, or of one address without a login, may be in flight; a quarter of the lookups
     *     that may be
     * @param bodyTime how long a request's body may take to arrive
     */
    public record Limits(
            @DefaultValue("600/1m, 50000/1d") RateLimit user,
            @DefaultValue("6000/1m, 1000000/1d") RateLimit client,
            @DefaultValue Map<String, RateLimit> users,
            @DefaultValue Map<String, RateLimit> clients,
            @Nullable @Min(1) @Max(100_000) Integer inFlight,

            @DurationMin(seconds = 1) @DurationMax(minutes = 5) @DefaultValue("5s")
            Duration bodyTime) {}

    /**
     * Where secrets of providers and connectors are kept, {@code vault:<path>#<field>} in their settings.
     *
     * @param url Vault's; without it there are no such references
     * @param token what the hub may read there with
     * @param mount where the key/value engine is, version 2
     * @param namespace Vault Enterprise's; the root's unless given
     */
    public record Vault(
            @Nullable URI url,
            @DefaultValue("") String token,
            @NotBlank @DefaultValue("secret") String mount,
            @Nullable String namespace) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Vault[" + url + "]";
        }
    }

    /**
     * Providers' quotas.
     *
     * @param shared whether replicas with the same database share them; else each has all of them to itself
     * @param ahead how long before it is needed a replica that is alone leases them, to go on without the database
     */
    public record Quotas(
            @DefaultValue("true") boolean shared,
            @DefaultValue("1h") Duration ahead) {}

    /**
     * The sandbox.
     *
     * @param url where it answers; without it no provider runs in the sandbox
     */
    public record Sandbox(@Nullable URI url) {}

    /**
     * Recorded replies.
     *
     * @param folder where they are
     * @param mode whether all that is live is recorded, or everything replayed
     */
    public record Recordings(
            @DefaultValue("data/recordings") Path folder,
            @DefaultValue("off") io.indago.host.Recordings.Mode mode) {}

    /**
     * Lookups.
     *
     * @param deadline when the caller names none
     * @param longestDeadline the longest a caller may name
     * @param connectionsPerProvider the most connections to one provider at once
     * @param inFlight how many lookups may be in flight before others are refused; 2,000 on virtual threads, 150 on others
     */
    public record Lookup(
            @DefaultValue("10s") Duration deadline,
            @DefaultValue("30s") Duration longestDeadline,
            @Min(1) @Max(10_000) @DefaultValue("64") int connectionsPerProvider,
            @Nullable @Min(1) @Max(100_000) Integer inFlight) {}
}
