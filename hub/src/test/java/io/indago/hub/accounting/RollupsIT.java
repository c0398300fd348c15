package io.indago.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.EventStore.RefusedEventException;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The roll-ups say what the rows say, whatever came twice, late, in another order, or from two consumers at once. */
@ExtendWith(AccountsDatabase.Extension.class)
class RollupsIT {
    private static final String OF_REQUESTS = """
            select day, subject, username, indicator_type, status, requests, answered_bytes, billed, shared, cached, refused,
                calls, received_bytes, trim_scale(cost) as cost
            from accounting.request_day where requests <> 0 or billed <> 0 or cost <> 0
            order by day, subject, indicator_type, status
            """;
    private static final String OF_REQUEST_ROWS = """
            select to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0)
                    at time zone 'UTC' as at, *
            from accounting.request
            """;
    /** Written once more, and otherwise: the oracle. */
    private static final String FROM_THE_ROWS = """
            with request as (%s), calls as (
                select request_id, count(*) filter (where origin = 'provider') as billed,
                    count(*) filter (where origin = 'shared') as shared,
                    count(*) filter (where origin = 'cache') as cached, count(*) filter (where origin = 'none') as refused,
                    sum(calls) filter (where origin = 'provider') as calls,
                    sum(bytes) filter (where origin = 'provider') as received, sum(cost) as cost
                from accounting.provider_call group by request_id)
            select r.at::date as day, r.subject, r.username, coalesce(r.indicator_type, '') as indicator_type,
                case stage when 2 then r.status::text when 1 then 'interrupted' else 'started' end as status,
                count(*) as requests, coalesce(sum(r.bytes), 0)::bigint as answered_bytes,
                coalesce(sum(billed), 0)::bigint as billed, coalesce(sum(shared), 0)::bigint as shared,
                coalesce(sum(cached), 0)::bigint as cached, coalesce(sum(refused), 0)::bigint as refused,
                coalesce(sum(calls), 0)::bigint as calls, coalesce(sum(received), 0)::bigint as received_bytes,
                trim_scale(coalesce(sum(cost), 0)) as cost
            from request r left join calls on request_id = r.id
            group by 1, 2, 3, 4, 5 order by 1, 2, 4, 5
            """.formatted(OF_REQUEST_ROWS);

    private static final String OF_PROVIDERS = """
            select day, username, provider, outcome, billed, shared, cached, refused, calls, received_bytes, trim_scale(cost) as cost
            from accounting.provider_day where billed + shared + cached + refused <> 0 or cost <> 0 or calls <> 0
            order by 1, 2, 3, 4
            """;
    private static final String PROVIDERS_FROM_THE_ROWS = """
            with request as (%s)
            select r.at::date as day, r.username, c.provider, c.status as outcome,
                count(*) filter (where origin = 'provider') as billed, count(*) filter (where origin = 'shared') as shared,
                count(*) filter (where origin = 'cache') as cached, count(*) filter (where origin = 'none') as refused,
                coalesce(sum(c.calls) filter (where origin = 'provider'), 0)::bigint as calls,
                coalesce(sum(c.bytes) filter (where origin = 'provider'), 0)::bigint as received_bytes, trim_scale(sum(c.cost)) as cost
            from accounting.provider_call c join request r on r.id = c.request_id
            group by 1, 2, 3, 4 order by 1, 2, 3, 4
            """.formatted(OF_REQUEST_ROWS);

    private final AccountsDatabase database;
    private final JdbcAccountingStore store;

    RollupsIT(AccountsDatabase database) {
        this.database = database;
        this.store = database.store();
    }

    @Test
    void equalTheRowsWhateverComesTwiceOrLateOrInAnotherOrder() throws Exception {
        for (long seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            for (List<AccountingEvent> batch : delivered(seed, random)) {
                store.store(batch);
            }
            assertEqual("seed " + seed);
        }
    }

    @Test
    void equalTheRowsWithSeveralConsumersAtOnce() {
        Random random = new Random(99);
        List<List<AccountingEvent>> batches = delivered(99, random);
        var threads = Executors.newFixedThreadPool(4);
        try {
            CompletableFuture.allOf(IntStream.range(0, 4)
                            .mapToObj(consumer -> {
                                List<List<AccountingEvent>> mine = new ArrayList<>(batches);
                                Collections.shuffle(mine, new Random(consumer));
                                return CompletableFuture.runAsync(() -> mine.forEach(this::untilStored), threads);
                            })
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
        assertEqual("four consumers");
    }

    @Test
    void aRebuildFindsTheSame() throws Exception {
        for (List<AccountingEvent> batch : delivered(7, new Random(7))) {
            store.store(batch);
        }
        database.jdbc().execute("update accounting.request_day set requests = requests + 1, cost = cost + 0.5");
        database.jdbc().execute("delete from accounting.provider_day where outcome = 'hit'");

        database.jdbc().queryForList("select accounting.rebuild_rollups(date '2000-01-01')");

        assertEqual("rebuilt");
    }

    @Test
    void aBatchThatIsRefusedCountsNothing() {
        List<AccountingEvent> batch =
                new ArrayList<>(new RandomEvents(3, Instant.now(), Duration.ofDays(1)).ofRequests(20));
        batch.addAll(new RandomEvents(4, Instant.parse("2021-01-01T00:00:00Z"), Duration.ofDays(1)).ofRequests(1));

        assertThatThrownBy(() -> store.store(batch))
                .as("of a month that is not kept any more")
                .isInstanceOf(RefusedEventException.class);
        assertThat(rows(OF_REQUESTS)).isEmpty();
        assertThat(rows("select id from accounting.request")).isEmpty();
    }

    /** The events of some hundred requests, most of them more than once, in batches, in any order. */
    private static List<List<AccountingEvent>> delivered(long seed, Random random) {
        List<AccountingEvent> events =
                new ArrayList<>(new RandomEvents(seed, Instant.now(), Duration.ofDays(3)).ofRequests(200));
        List<AccountingEvent> again = new ArrayList<>(events);
        Collections.shuffle(again, random);
        events.addAll(again.subList(0, again.size() / 2));
        Collections.shuffle(events, random);
        List<List<AccountingEvent>> batches = new ArrayList<>();
        for (int start = 0; start < events.size(); ) {
            int end = Math.min(events.size(), start + 1 + random.nextInt(60));
            batches.add(events.subList(start, end));
            if (random.nextInt(4) == 0) {
                batches.add(events.subList(start, end));
            }
            start = end;
        }
        return batches;
    }

    /** As the route does it: two consumers who wait for each other are a reason to try again. */
    private void untilStored(List<AccountingEvent> batch) {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                store.store(batch);
                return;
            } catch (StoreUnavailableException again) {
                Thread.onSpinWait();
            } catch (RefusedEventException never) {
                throw new AssertionError(never);
            }
        }
        throw new AssertionError("not stored after 100 attempts");
    }

    private void assertEqual(String when) {
        assertThat(rows(FROM_THE_ROWS)).as("there is something to compare").isNotEmpty();
        assertThat(rows(OF_REQUESTS)).as(when).isEqualTo(rows(FROM_THE_ROWS));
        assertThat(rows(OF_PROVIDERS)).as(when).isEqualTo(rows(PROVIDERS_FROM_THE_ROWS));
    }

    private List<Map<String, Object>> rows(String sql) {
        return database.jdbc().queryForList(sql);
    }
}
