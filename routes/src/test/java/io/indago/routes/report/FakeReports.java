package io.indago.routes.report;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accounts with a user, {@code alice}, and those of whom a test says so; notes what is asked. */
public final class FakeReports implements Reports {
    static final Figures FIGURES = new Figures(7, 5, 1_200, 3, 1, 1, 2, 4, 900, new BigDecimal("1.5"));
    private static final Instant AT = Instant.parse("2026-11-20T09:59:00Z");

    final List<String> asked = new ArrayList<>();
    final Map<String, Set<String>> subjects = new HashMap<>(Map.of("alice", Set.of("7f3c")));
    boolean away;

    @Override
    public UsageReport report(Grouping by, Question question) throws StoreUnavailableException {
        note("report by " + by.id(), question);
        return new UsageReport(
                question.days().from(),
                question.days().to(),
                Optional.of(AT),
                by,
                Optional.empty(),
                1,
                question.page().offset(),
                question.page().limit(),
                FIGURES,
                List.of(new UsageReport.Row("=alice", FIGURES)));
    }

    @Override
    public RequestLog log(Question question) throws StoreUnavailableException {
        note("log", question);
        RequestLog.Entry entry = new RequestLog.Entry(
                UUID.fromString("0193a1b2-0000-7000-8000-000000000001"),
                AT,
                "completed",
                "alice",
                "indago-cli",
                "GET",
                "/api/indicator/ipv4/{value}",
                Map.of("tlp", "RED", "deadline", "3s"),
                Optional.of("ipv4"),
                Optional.of("203.0.114.9"),
                Optional.empty(),
                "192.0.2.7",
                "@agent, \"1\" x",
                Optional.of(200),
                Optional.of(512L));
        return new RequestLog(
                question.days().from(),
                question.days().to(),
                Optional.of(AT),
                Optional.of("alice"),
                Optional.of(AT),
                1,
                question.page().offset(),
                question.page().limit(),
                List.of(entry));
    }

    @Override
    public Usage usage(String subject, DayRange days, Instant to) throws StoreUnavailableException {
        asked.add("usage of " + subject + " " + days.start() + " to " + to);
        return new Usage(
                days.start(),
                to,
                Optional.of(AT),
                7,
                5,
                1_200,
                new BigDecimal("1.5"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public boolean knows(String username) {
        return subjects.containsKey(username);
    }

    @Override
    public Set<String> subjects(String username) {
        return subjects.get(username);
    }

    @Override
    public long forget(String username, String pseudonym) {
        asked.add("forget " + username + " for " + pseudonym);
        return 7;
    }

    private void note(String what, Question question) throws StoreUnavailableException {
        if (away) {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }
        Page page = question.page();
        asked.add(
                what + " of " + question.whose().kind() + " " + question.whose().name() + " "
                        + question.days().from() + " to " + question.days().to() + ", " + page.limit() + " from "
                        + page.offset());
    }
}
