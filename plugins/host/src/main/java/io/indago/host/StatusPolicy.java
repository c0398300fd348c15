package io.indago.host;

import io.indago.spi.ExtensionSpec;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Setting;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What a reply's status means where its call does not ask to see it. */
final class StatusPolicy {
    private final String title;
    private final String credential;
    private final Clock clock;

    StatusPolicy(ExtensionSpec spec, Clock clock) {
        title = spec.title();
        credential = spec.config().settings().stream()
                .filter(Setting::isSecret)
                .findFirst()
                .map(secret -> " the credential: check " + SettingName.of(spec, secret))
                .orElse(" access, though it takes no credential");
        this.clock = clock;
    }

    /** The outcome a reply ends the lookup with; empty when the plugin is to see it. */
    Optional<Outcome> judge(HttpCall call, HttpReply reply) {
        int status = reply.status();
        if (call.isNoData(status)) {
            return Optional.of(Outcome.without(Status.NO_DATA, title + " does not know it"));
        }
        return call.sees(status) ? Optional.empty() : Optional.of(unseen(status, reply));
    }

    private Outcome unseen(int status, HttpReply reply) {
        if (status == 401 || status == 403) {
            return Outcome.without(Status.UNAUTHORISED, title + " refused (" + status + ")" + credential);
        }
        if (status == 429) {
            Optional<Duration> retryAfter = RetryAfter.of(reply, clock.instant());
            return Outcome.rateLimited(
                    title + "'s rate limit is spent"
                            + retryAfter
                                    .map(wait -> ", it says to come back in " + wait.toSeconds() + " s")
                                    .orElse(""),
                    retryAfter);
        }
        if (status >= 500) {
            return Outcome.error(ErrorCause.UNAVAILABLE, title + " answered " + status);
        }
        if (status >= 300 && status < 400) {
            return Outcome.error(
                    ErrorCause.BAD_REPLY,
                    title + " answered with a redirect, which is never followed (" + status + ")");
        }
        return Outcome.error(ErrorCause.BAD_REPLY, title + " answered " + status);
    }
}
