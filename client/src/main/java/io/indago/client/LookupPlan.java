package io.indago.client;

import static io.indago.client.ClientJson.orEmpty;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.indago.client.Enrichment.Subject;
import io.indago.client.PluginDetails.Quota;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a lookup would do, and nothing of it done: the document {@code indago.plan.v1}, whose version only ever gains
 * members. Everything in it that came from a plugin, or from who asked, is hostile text.
 *
 * @param providers one for each provider the hub has, also those it would not ask
 * @param json the document as it was received
 */
public record LookupPlan(
        String schema,
        String id,
        Subject indicator,
        String tlp,
        String pap,
        Instant startedAt,
        long deadlineMs,
        long tookMs,
        List<Planned> providers,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {
    /** The schema this class mirrors. */
    public static final String SCHEMA = "indago.plan.v1";

    public LookupPlan {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("expected schema " + SCHEMA + ", not " + schema);
        }
        requireNonNull(id, "id");
        requireNonNull(indicator, "indicator");
        providers = orEmpty(providers);
        requireNonNull(json, "json");
    }

    /**
     * One provider's part.
     *
     * @param origin where its report would come from: {@code provider}, {@code cache} or {@code none}
     * @param status how its part would end, where that is certain already; later hubs may know more
     * @param reason why it would end so, or why there are no requests to show
     * @param exposure what asking it reveals: {@code local}, {@code vendor}, {@code target}, {@code public}
     * @param begins {@code calls}, {@code answer}, {@code wait}, {@code unmanaged} or {@code failure}
     * @param requests those it would begin with, side by side
     * @param cache what it said before
     */
    public record Planned(
            String provider,
            Optional<String> title,
            String origin,
            Optional<String> status,
            Optional<String> reason,
            Optional<String> error,
            Optional<Long> retryAfterSeconds,
            boolean sandbox,
            Optional<String> exposure,
            Optional<String> begins,
            List<Request> requests,
            Cost cost,
            Optional<Known> cache) {
        public Planned {
            requireNonNull(provider, "provider");
            requireNonNull(origin, "origin");
            requests = orEmpty(requests);
            requireNonNull(cost, "cost");
        }

        /** Whether it would be asked, and nothing is known that makes it fail. */
        public boolean wouldBeAsked() {
            return origin.equals("provider") && status.isEmpty();
        }
    }

    /** A request as it would be sent, but for secrets, in whose places are the names of their settings. */
    public record Request(String method, String url, Map<String, String> headers, Optional<String> body) {
        public Request {
            requireNonNull(method, "method");
            requireNonNull(url, "url");
            headers = headers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * What it would cost, as far as that is known before the first reply.
     *
     * @param calls how many requests it begins with; each takes one of every quota
     * @param quotas what is left of each now
     */
    public record Cost(int calls, List<Quota> quotas) {
        public Cost {
            quotas = orEmpty(quotas);
        }
    }

    /**
     * What a provider said before.
     *
     * @param used whether that would be the answer
     */
    public record Known(boolean used, String status, Instant fetchedAt, Instant freshUntil) {
        public Known {
            requireNonNull(status, "status");
            requireNonNull(fetchedAt, "fetchedAt");
            requireNonNull(freshUntil, "freshUntil");
        }
    }
}
