package io.indago.routes.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.net.InetAddresses;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often passwords may be tried: 5 times a minute and 30 times an hour, by one address and for one name. It stands before the
 * identity provider, whose own lock-out alone would let anybody lock anybody out. Each replica counts for itself.
 */
public final class LoginThrottle {
    private static final int PER_MINUTE = 5;
    private static final int PER_HOUR = 30;
    private static final int MOST = 50_000;
    /** The half of an IPv6 address that a provider gives to one customer. */
    private static final int NETWORK_BYTES = 8;

    private final TimeMeter meter;
    private final Cache<String, Bucket> buckets;

    /** @param nanos a clock that never steps, in nanoseconds */
    public LoginThrottle(LongSupplier nanos) {
        meter = new Meter(nanos);
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofHours(1))
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /** Counts an attempt, or says how long to wait for the next. */
    public Optional<Duration> attempt(String address, String username) {
        Optional<Duration> byAddress = take("address " + network(address));
        return byAddress.isPresent()
                ? byAddress
                : take("name " + username.strip().toLowerCase(Locale.ROOT));
    }

    private Optional<Duration> take(String key) {
        ConsumptionProbe probe = buckets.get(key, any -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(Bandwidth.builder()
                        .capacity(PER_MINUTE)
                        .refillIntervally(PER_MINUTE, Duration.ofMinutes(1))
                        .build())
                .addLimit(Bandwidth.builder()
                        .capacity(PER_HOUR)
                        .refillIntervally(PER_HOUR, Duration.ofHours(1))
                        .build())
                .build();
    }

    /** Who has one IPv6 address has a whole network of them. */
    private static String network(String address) {
        if (!InetAddresses.isInetAddress(address)) {
            return address;
        }
        InetAddress read = InetAddresses.forString(address);
        return read instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), NETWORK_BYTES))
                : read.getHostAddress();
    }

    private record Meter(LongSupplier nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
