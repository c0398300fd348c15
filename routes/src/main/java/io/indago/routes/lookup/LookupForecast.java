package io.indago.routes.lookup;

import io.indago.routes.provider.ProviderForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a lookup would be.
 *
 * @param providers one per provider there is, asked or not, sorted by id
 */
public record LookupForecast(LookupRequest request, List<ProviderForecast> providers, Instant finishedAt) {

    public LookupForecast {
        providers = List.copyOf(providers);
    }

    public Duration took() {
        return Duration.between(request.startedAt(), finishedAt);
    }
}
