package io.indago.hub.quota;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.hub.quota.FlightTable.Standing;
import io.indago.routes.events.AnswerDocument;
import io.indago.routes.provider.SharedFlights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Flights of all replicas in PostgreSQL. One thread looks for everybody who waits, at once and then ten times a second.
 * Whatever goes wrong, everybody asks himself.
 */
final class JdbcFlights implements SharedFlights {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcFlights.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** A database that is slower than this is none. */
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /** A provider's answers are confidential: kept no longer than those who ask at the same time need them. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int LONGEST = 64 * 1_024;

    private final FlightTable table;
    private final BooleanSupplier open;
    private final ScheduledExecutorService thread;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean looks = new AtomicBoolean();

    /**
     * @param open whether there are other replicas, and the database
     * @param thread one, for whatever asks the database
     */
    JdbcFlights(
            FlightTable table, BooleanSupplier open, ScheduledExecutorService thread, ObjectMapper json, Clock clock) {
        this.table = table;
        this.open = open;
        this.thread = thread;
        this.json = json;
        this.clock = clock;
    }

    private record Waiting(Instant until, CompletableFuture<Void> seen, CompletableFuture<Optional<Outcome>> answer) {}

    @Override
    public boolean isOpen() {
        return open.getAsBoolean();
    }

    @Override
    public CompletionStage<Optional<Outcome>> answer(String key, Instant until) {
        Waiting one = new Waiting(until, new CompletableFuture<>(), new CompletableFuture<>());
        waiting.put(key, one);
        one.seen().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).whenComplete((seen, tooSlow) -> {
            if (tooSlow != null) {
                one.answer().complete(Optional.empty());
            }
        });
        one.answer().whenComplete((answer, failure) -> waiting.remove(key, one));
        lookSoon(Duration.ZERO);
        return one.answer();
    }

    private void lookSoon(Duration pause) {
        if (looks.compareAndSet(false, true)) {
            later(pause, this::look);
        }
    }

    /** Unless the hub ends: then everybody asks himself. */
    private void later(Duration pause, Runnable work) {
        try {
            thread.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException over) {
            waiting.values().forEach(one -> one.answer().complete(Optional.empty()));
        }
    }

    private void look() {
        looks.set(false);
        Map<String, Waiting> all = Map.copyOf(waiting);
        try {
            Map<String, Standing> standings = table.turns(left(all));
            all.forEach((key, one) -> tell(one, Optional.ofNullable(standings.get(key))));
        } catch (DataAccessException away) {
            LOG.atDebug().addKeyValue("because", away.toString()).log("What other replicas ask can't be seen");
            all.values().forEach(one -> one.answer().complete(Optional.empty()));
        }
        if (!waiting.isEmpty()) {
            lookSoon(LOOK_AGAIN);
        }
    }

    private Map<String, Duration> left(Map<String, Waiting> all) {
        Map<String, Duration> left = new HashMap<>();
        Instant now = clock.instant();
        all.forEach((key, one) -> {
            Duration time = Duration.between(now, one.until());
            if (time.isNegative()) {
                one.answer().complete(Optional.empty());
            } else {
                left.put(key, time);
            }
        });
        return left;
    }

    private void tell(Waiting one, Optional<Standing> standing) {
        one.seen().complete(null);
        if (standing.filter(Standing::mine).isPresent()) {
            one.answer().complete(Optional.empty());
        } else {
            standing.flatMap(Standing::answer).ifPresent(text -> one.answer().complete(read(text)));
        }
    }

    @Override
    public void landed(String key, Outcome outcome) {
        later(Duration.ZERO, () -> {
            try {
                AnswerDocument.of(outcome)
                        .map(this::write)
                        .filter(text -> text.length() <= LONGEST)
                        .ifPresentOrElse(text -> table.keep(key, text, KEPT), () -> table.leave(key));
            } catch (DataAccessException away) {
                LOG.atDebug()
                        .addKeyValue("because", away.toString())
                        .log("Other replicas can't be told an answer; they ask themselves");
            }
        });
    }

    private String write(AnswerDocument answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of another version of the hub, perhaps. */
    private Optional<Outcome> read(String text) {
        try {
            return Optional.of(json.readValue(text, AnswerDocument.class).outcome());
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            LOG.atInfo()
                    .addKeyValue("because", unreadable.toString())
                    .log("Another replica's answer can't be read; this one asks itself");
            return Optional.empty();
        }
    }
}
