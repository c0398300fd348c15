package io.indago.hub.accounting;

import com.fasterxml.uuid.Generators;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingEvent.Answer;
import io.indago.routes.accounting.AccountingEvent.Lookup;
import io.indago.routes.accounting.AccountingEvent.Provider;
import io.indago.routes.accounting.AccountingEvent.Request;
import io.indago.routes.accounting.AccountingEvent.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Accounting events as hubs write them: of few users, in few days, so that they meet in the same roll-ups. */
final class RandomEvents {
    private static final List<String> TYPES = List.of("ipv4", "domain", "url", "hash");
    private static final List<String> STATUSES = List.of("hit", "no_data", "timeout", "rate_limited");
    private static final List<String> ORIGINS = List.of("provider", "provider", "shared", "cache", "none");

    private final Random random;
    private final Instant newest;
    private final Duration span;

    RandomEvents(long seed, Instant newest, Duration span) {
        this.random = new Random(seed);
        this.newest = newest;
        this.span = span;
    }

    /** An id of that time. */
    static UUID id(Instant at, Random random) {
        UUID any = Generators.timeBasedEpochGenerator(random).construct(at.toEpochMilli());
        return new UUID(any.getMostSignificantBits(), any.getLeastSignificantBits() ^ random.nextLong() >>> 2);
    }

    /** All the events there may be of so many requests, each of them once, in no order. */
    List<AccountingEvent> ofRequests(int requests) {
        List<AccountingEvent> events = new ArrayList<>();
        IntStream.range(0, requests).forEach(each -> request(events));
        return events;
    }

    private void request(List<AccountingEvent> events) {
        Instant at = newest.minusMillis((long) (random.nextDouble() * span.toMillis()));
        UUID id = id(at, random);
        int user = random.nextInt(4);
        boolean lookup = random.nextInt(5) > 0;
        Optional<Lookup> planned = lookup ? Optional.of(lookup(Optional.empty(), List.of())) : Optional.empty();
        Optional<Lookup> done = planned.map(was -> lookup(Optional.of("benign"), providers(was), was.type()));
        int fate = random.nextInt(10);
        if (lookup) {
            events.add(event(Stage.STARTED, id, at, user, planned, Optional.empty()));
            if (fate < 3) {
                events.add(event(Stage.INTERRUPTED, id, at, user, planned, Optional.empty()));
            }
        }
        if (!lookup || fate > 0) {
            int status = random.nextInt(6) == 0 ? 404 : 200;
            Answer answer = new Answer(status, random.nextInt(5_000), at.plusMillis(random.nextInt(10_000)));
            events.add(event(Stage.COMPLETED, id, at, user, done, Optional.of(answer)));
        }
    }

    private List<Provider> providers(Lookup planned) {
        return IntStream.range(0, random.nextInt(6)).mapToObj(this::provider).toList();
    }

    private Provider provider(int number) {
        String origin = ORIGINS.get(random.nextInt(ORIGINS.size()));
        boolean own = origin.equals("provider");
        return new Provider(
                "provider-" + number,
                !origin.equals("none"),
                origin,
                random.nextInt(4) == 0,
                STATUSES.get(random.nextInt(STATUSES.size())),
                random.nextInt(900),
                origin.equals("none") ? 0 : 1 + random.nextInt(3),
                random.nextInt(9_000),
                BigDecimal.valueOf(own ? random.nextInt(500) : 0, 2));
    }

    private Lookup lookup(Optional<String> verdict, List<Provider> providers) {
        return lookup(verdict, providers, TYPES.get(random.nextInt(TYPES.size())));
    }

    private static Lookup lookup(Optional<String> verdict, List<Provider> providers, String type) {
        List<String> asked =
                providers.stream().filter(Provider::asked).map(Provider::id).toList();
        return new Lookup(type, "value", "AMBER", "AMBER", 10_000, verdict, asked, providers);
    }

    private static AccountingEvent event(
            Stage stage, UUID id, Instant at, int user, Optional<Lookup> lookup, Optional<Answer> answer) {
        return new AccountingEvent(
                AccountingEvent.SCHEMA,
                stage,
                id,
                at,
                answer.map(Answer::at).orElse(at),
                "subject-" + user,
                "user-" + user,
                "client",
                Optional.of(at),
                new Request(
                        "GET", "/api/indicator/{value}", Map.of("tlp", "AMBER"), "198.51.100." + (1 + user), "agent/1"),
                lookup,
                answer);
    }
}
