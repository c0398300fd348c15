package io.indago.routes.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.SettingValue;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.limit.LimitKind;
import io.indago.routes.limit.LimitOverride;
import io.indago.routes.limit.LimitOverrides;
import io.indago.routes.limit.LimitPolicy;
import io.indago.routes.limit.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows and changes rate limits. */
public final class LimitOperations {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_REASON = 200;

    private final LimitPolicy policy;
    private final LimitOverrides overrides;
    private final Clock clock;
    private final ObjectMapper json;

    public LimitOperations(LimitPolicy policy, LimitOverrides overrides, Clock clock, ObjectMapper json) {
        this.policy = policy;
        this.overrides = overrides;
        this.clock = clock;
        this.json = json;
    }

    /** Whose limit: the two last segments of the path. */
    record Target(LimitKind kind, String name) {
        static Target of(String kind, String name) throws NotFoundException, BadRequestException {
            LimitKind known = LimitKind.ofId(kind)
                    .orElseThrow(() -> new NotFoundException("There are limits of a user and of a client, no other."));
            if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
                throw BadRequestException.parameter("name", "is no name of a user or client");
            }
            return new Target(known, name);
        }

        /** As the audit calls it: {@code user/soar}. */
        String id() {
            return kind.id() + "/" + name;
        }
    }

    LimitsDocument list() throws StoreUnavailableException {
        return LimitsDocument.of(policy, overrides.all());
    }

    /** What that body asks to be set. */
    LimitOverride read(Target target, @Nullable String body, String by) throws BadRequestException {
        JsonNode wanted = tree(body);
        String reason =
                wanted.path("reason").asText("").replaceAll("\\p{Cntrl}+", " ").strip();
        if (reason.length() > LONGEST_REASON) {
            throw BadRequestException.parameter("reason", "is longer than " + LONGEST_REASON + " characters");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new LimitOverride(target.kind(), target.name(), limit(wanted), now.plus(time(wanted)), by, reason, now);
    }

    LimitsDocument.Override set(LimitOverride override) throws StoreUnavailableException {
        overrides.set(override);
        return LimitsDocument.Override.of(override);
    }

    LimitsDocument.Holding clear(Target target) throws StoreUnavailableException, NotFoundException {
        if (!overrides.clear(target.kind(), target.name())) {
            throw new NotFoundException(
                    "No limit is set for that " + target.kind().id() + ".");
        }
        return new LimitsDocument.Holding(
                target.kind().id(),
                target.name(),
                policy.of(target.kind(), target.name()).toString());
    }

    private static RateLimit limit(JsonNode wanted) throws BadRequestException {
        try {
            return RateLimit.of(wanted.path("limit").asText(""));
        } catch (IllegalArgumentException unreadable) {
            throw BadRequestException.parameter("limit", String.valueOf(unreadable.getMessage()));
        }
    }

    private static Duration time(JsonNode wanted) throws BadRequestException {
        Optional<Duration> time = SettingValue.duration(wanted.path("for").asText(""))
                .filter(given -> !given.isZero() && given.compareTo(LONGEST) <= 0);
        return time.orElseThrow(
                () -> BadRequestException.parameter("for", "expected a time such as 30m, 8h or 7d, at most 31d"));
    }

    private JsonNode tree(@Nullable String body) throws BadRequestException {
        try {
            JsonNode tree = json.readTree(body == null ? "" : body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException malformed) {
            // as any other that is no object
        }
        throw BadRequestException.parameter(
                "limit", "the body is not JSON, expected {\"limit\": \"6000/1m\", \"for\": \"8h\", \"reason\": \"…\"}");
    }
}
