package io.indago.routes.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.indago.host.LookupResult;
import io.indago.spi.ProviderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What providers said lately, and that they knew nothing, for as long as {@link CachePolicy} says, give or take a tenth. */
public final class AnswerCache {
    /** Of a report without its reply, in bytes: measured at two to six kilobytes, of which most comes from the reply. */
    private static final int BASE_WEIGHT = 1_024;

    private static final int MOST_OF_A_REPLY = 32 * 1_024;

    private final Cache<AnswerKey, KnownAnswer> answers;
    private final Map<String, Uses> uses = new ConcurrentHashMap<>();

    /**
     * @param bytes roughly what all answers together may take; 0 keeps none
     */
    public AnswerCache(long bytes) {
        this(bytes, System::nanoTime);
    }

    AnswerCache(long bytes, LongSupplier nanos) {
        answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((AnswerKey key, KnownAnswer answer) -> answer.weight())
                .expireAfter(Expiry.creating((AnswerKey key, KnownAnswer answer) -> answer.freshFor()))
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /** How often a provider's answers were looked for. */
    private record Uses(LongAdder hits, LongAdder misses) {}

    /**
     * What is known of one provider, and how that was used since the start.
     *
     * @param entries how many answers are kept now
     */
    public record Use(long entries, long hits, long misses) {}

    Optional<KnownAnswer> find(AnswerKey key) {
        Optional<KnownAnswer> known = Optional.ofNullable(answers.getIfPresent(key));
        Uses uses = uses(key.provider());
        (known.isPresent() ? uses.hits() : uses.misses()).increment();
        return known;
    }

    /** As {@link #find}, for those who don't use it: nobody counts it, and it is kept no longer for that. */
    Optional<KnownAnswer> peek(AnswerKey key) {
        return Optional.ofNullable(answers.policy().getIfPresentQuietly(key));
    }

    void keep(AnswerKey key, LookupResult result, ProviderSpec spec, Instant fetchedAt) {
        Duration freshFor = CachePolicy.freshFor(result, spec, key.indicator().type());
        if (!freshFor.isZero()) {
            int weight = BASE_WEIGHT + (int) Math.min(MOST_OF_A_REPLY, result.bytes());
            answers.put(key, new KnownAnswer(result.outcome(), fetchedAt, weight, spread(freshFor)));
        }
    }

    /** So that what came together does not go together. */
    private static Duration spread(Duration time) {
        double factor = ThreadLocalRandom.current().nextDouble(0.9, 1.1);
        return Duration.ofNanos((long) (time.toNanos() * factor));
    }

    /** Forgets what that provider said; how many answers that were. */
    public long clear(String provider) {
        long before = entries(provider);
        answers.asMap().keySet().removeIf(key -> key.provider().equals(provider));
        return before;
    }

    /** What is known of that provider. */
    public Use use(String provider) {
        Uses uses = uses(provider);
        return new Use(entries(provider), uses.hits().sum(), uses.misses().sum());
    }

    private long entries(String provider) {
        answers.cleanUp();
        return answers.asMap().keySet().stream()
                .filter(key -> key.provider().equals(provider))
                .count();
    }

    private Uses uses(String provider) {
        return uses.computeIfAbsent(provider, id -> new Uses(new LongAdder(), new LongAdder()));
    }
}
