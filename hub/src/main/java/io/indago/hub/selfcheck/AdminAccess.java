package io.indago.hub.selfcheck;

import io.indago.hub.config.IndagoProperties;
import io.indago.routes.api.SelfCheckDocument.Finding;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;

/**
 * Whether the hub may use its account at Keycloak's Admin API. One that may do more than manage the members of the hub's groups is
 * not used at all: whoever gets hold of the hub would have the realm.
 */
public final class AdminAccess implements Check {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final String UNCHECKED = "admin-unchecked";
    private static final String DEMO = "@indago.invalid";

    private final IndagoProperties.Keycloak settings;
    private final AdminApi api;
    private final Clock clock;
    private volatile @Nullable Judgement last;

    AdminAccess(IndagoProperties.Keycloak settings, AdminApi api, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.clock = clock;
    }

    /** Whether the account may be used. */
    public enum Standing {
        FIT,
        /** It may do more than it needs, or is not taken at all. */
        UNFIT,
        /** Keycloak did not say. */
        UNKNOWN
    }

    /**
     * What was found.
     *
     * @param refusal why the account must not be used
     */
    private record Judgement(Instant at, Optional<String> refusal, List<Finding> findings) {
        boolean isUnknown() {
            return findings.stream().anyMatch(finding -> finding.code().equals(UNCHECKED));
        }
    }

    /**
     * Why the hub must not use its account now; nothing when it may. Looks anew when that was not done for some minutes, which
     * takes some calls to Keycloak.
     */
    public Optional<String> refusal() {
        return judgement().refusal();
    }

    /** As {@link #refusal}, in a word. */
    public Standing standing() {
        Judgement judgement = judgement();
        if (judgement.refusal().isEmpty()) {
            return Standing.FIT;
        }
        return judgement.isUnknown() ? Standing.UNKNOWN : Standing.UNFIT;
    }

    private Judgement judgement() {
        Judgement known = last;
        return known != null && known.at().plus(KEPT).isAfter(clock.instant()) ? known : look();
    }

    @Override
    public List<Finding> findings() {
        return look().findings();
    }

    private Judgement look() {
        Judgement judgement = judge();
        // What could not be found out is asked again by the next who wants to know
        last = judgement.isUnknown() ? null : judgement;
        return judgement;
    }

    private Judgement judge() {
        String secret = settings.adminSecret();
        if (secret == null || secret.isBlank()) {
            return refused(
                    Finding.note(
                            "admin-off",
                            "users are managed at Keycloak alone: the hub has no secret for it (indago.keycloak.admin-secret)"));
        }
        try {
            Optional<String> token = api.token(settings.adminClient(), secret);
            return token.isPresent() ? judge(token.get()) : refused(rejected());
        } catch (RestClientException | ParseException away) {
            return refused(Finding.warning(
                    UNCHECKED,
                    "Keycloak does not answer, so it can't be seen what the hub may do there; until then the hub manages no"
                            + " users"));
        }
    }

    private Judgement judge(String token) throws ParseException {
        Optional<String> excess = AdminRights.of(api, token).excess();
        if (excess.isPresent()) {
            return refused(Finding.warning(
                    "admin-too-mighty",
                    "the client " + settings.adminClient() + " " + excess.get()
                            + ": whoever gets hold of the hub would have"
                            + " the realm. The hub manages no users until it has query-users, query-groups and the"
                            + " members of its own groups alone"));
        }
        Finding unseen = Finding.note(
                "realm-unseen",
                "the hub may see neither password policy, brute-force protection nor who administers the realm: whoever does"
                        + " belongs in none of the hub's groups, or in break-glass as well");
        boolean demo = api.get(token, "/users?max=1&search=*" + DEMO)
                .filter(users -> !users.isEmpty())
                .isPresent();
        List<Finding> findings = demo
                ? List.of(
                        unseen,
                        Finding.warning(
                                "demo-users", "demo users (…" + DEMO + ") can log in: remove them before real use"))
                : List.of(unseen);
        return new Judgement(clock.instant(), Optional.empty(), findings);
    }

    private Finding rejected() {
        return Finding.warning(
                "admin-rejected",
                "Keycloak does not take the client " + settings.adminClient()
                        + " with indago.keycloak.admin-secret, so the" + " hub manages no users");
    }

    private Judgement refused(Finding finding) {
        return new Judgement(clock.instant(), Optional.of(finding.message()), List.of(finding));
    }
}
