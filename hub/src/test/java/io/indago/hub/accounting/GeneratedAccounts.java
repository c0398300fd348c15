package io.indago.hub.accounting;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A year of accounts: so many lookups by 200 users, each with eight provider calls, evenly over twelve months. Rows are
 * made in the database and the roll-ups are then built from them, as {@code accounting.rebuild_rollups} does it.
 */
final class GeneratedAccounts {
    private static final int MONTHS = 12;
    private static final String OLDEST = """
            insert into accounting.request (id, stage, started_at, completed_at, subject, username, client, method,
                endpoint, parameters, address, user_agent, status, bytes)
            values ((lpad(to_hex((extract(epoch from ?::timestamptz) * 1000)::bigint), 12, '0')
                || '70008000000000000000')::uuid, 1, ?, ?, 's', 'first', 'c', 'GET', '/api/me', '{}', '192.0.2.1', '', 200, 1)
            """;
    private static final String LOOKUPS = """
            create unlogged table lookup_%1$d as
            select i, ms, (lpad(to_hex(ms), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid as id,
                'user-' || i %% 200 as username
            from (select i, md5(i::text) as h, (extract(epoch from %3$s) * 1000)::bigint
                    + ((i - %1$d::bigint * %2$d) * (extract(epoch from %4$s - %3$s) * 1000 / %2$d))::bigint as ms
                from generate_series(%1$d::bigint * %2$d, %1$d::bigint * %2$d + %2$d - 1) i) made
            """;
    private static final String REQUESTS = """
            insert into accounting.request (id, stage, started_at, completed_at, subject, username, client, method,
                endpoint, parameters, address, user_agent, indicator_type, indicator_value, tlp, pap, deadline_ms,
                verdict, asked, status, bytes)
            select id, 2, to_timestamp(ms / 1000.0), to_timestamp(ms / 1000.0 + 0.4), 'subject-' || username, username,
                'indago-soar', 'GET', '/api/indicator/ipv4/{value}', '{"tlp": "AMBER"}', '198.51.100.' || i %% 250,
                'soar/1.0', (array['ipv4', 'domain', 'url', 'hash', 'ipv6', 'email'])[1 + i / 7 %% 6], 'value-' || i, 'AMBER',
                'AMBER', 10000, 'unknown', array['p1', 'p2'], case when i %% 50 = 0 then 503 else 200 end, 2000 + i %% 4000
            from lookup_%1$d
            """;
    private static final String CALLS = """
            insert into accounting.provider_call (request_id, provider, asked, origin, sandbox, status, took_ms, calls,
                bytes, cost)
            select id, 'provider-' || p, o <> 'none', o, false,
                case o when 'none' then 'not_allowed' else (array['hit', 'no_data', 'no_data', 'timeout'])[1 + (i + p) %% 4]
                end, 120, case o when 'provider' then 1 else 0 end, 900, case o when 'provider' then 1 else 0 end
            from lookup_%1$d cross join generate_series(1, 8) p cross join lateral (select
                (array['provider', 'provider', 'provider', 'cache', 'shared', 'none'])[1 + (i / 3 + p) %% 6] as o) origin
            """;

    private final AccountsDatabase database;
    private final int perMonth;

    GeneratedAccounts(AccountsDatabase database, int lookups) {
        this.database = database;
        this.perMonth = lookups / MONTHS;
    }

    void fill() {
        LocalDate first = LocalDate.now().withDayOfMonth(1).minusMonths(MONTHS - 1L);
        database.anew("4");
        JdbcTemplate owner = new JdbcTemplate(database.owner());
        java.sql.Timestamp oldest = java.sql.Timestamp.valueOf(first.atTime(1, 0));
        owner.update(OLDEST, oldest, oldest, oldest);
        database.flyway().load().migrate();
        owner.execute("alter table accounting.request disable trigger all");
        owner.execute("alter table accounting.provider_call disable trigger all");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<CompletableFuture<Void>> months = IntStream.range(0, MONTHS)
                    .mapToObj(month -> CompletableFuture.runAsync(() -> fill(month, first.plusMonths(month)), threads))
                    .toList();
            months.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
        owner.execute("alter table accounting.request enable trigger all");
        owner.execute("alter table accounting.provider_call enable trigger all");
        owner.queryForList("select accounting.rebuild_rollups(date '2000-01-01')");
        List.of("request", "provider_call", "request_day", "provider_day")
                .forEach(table -> owner.execute("vacuum analyze accounting." + table));
    }

    private void fill(int month, LocalDate first) {
        JdbcTemplate owner = new JdbcTemplate(database.owner());
        String start = "timestamptz '" + first + " 00:00Z'";
        String end = "least(now(), timestamptz '" + first.plusMonths(1) + " 00:00Z')";
        owner.execute("drop table if exists lookup_" + month);
        owner.execute(LOOKUPS.formatted(month, perMonth, start, end));
        owner.execute(REQUESTS.formatted(month));
        owner.execute(CALLS.formatted(month));
        owner.execute("drop table lookup_" + month);
    }
}
