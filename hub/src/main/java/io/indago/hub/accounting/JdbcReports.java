package io.indago.hub.accounting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.store.LongWork;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.report.DayRange;
import io.indago.routes.report.Grouping;
import io.indago.routes.report.Question;
import io.indago.routes.report.Reports;
import io.indago.routes.report.RequestLog;
import io.indago.routes.report.Usage;
import io.indago.routes.report.UsageReport;
import io.indago.routes.report.Whose;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads the accounts from PostgreSQL. */
@Component
final class JdbcReports implements Reports {
    private static final String KNOWN = "select exists (select 1 from accounting.request_day where username = ?)";
    private static final String SUBJECTS = "select distinct subject from accounting.request_day where username = ?";

    private static final String FORGET = """
            select accounting.forget_user(name, pseudonym) as requests, audit.forget_user(name, pseudonym) as entries
            from (values (?, ?)) as who (name, pseudonym)
            """;

    private final JdbcTemplate jdbc;
    private final ReportQuery reports;
    private final LogQuery logs;
    private final UsageQuery usage;

    JdbcReports(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.reports = new ReportQuery(jdbc);
        this.logs = new LogQuery(jdbc, json);
        this.usage = new UsageQuery(jdbc);
    }

    @Override
    public UsageReport report(Grouping by, Question question) throws StoreUnavailableException {
        return read(() -> reports.report(by, question));
    }

    @Override
    public RequestLog log(Question question) throws StoreUnavailableException {
        return read(() -> logs.log(question));
    }

    @Override
    public Usage usage(String subject, DayRange days, Instant to) throws StoreUnavailableException {
        return read(() -> usage.usage(subject, days, to));
    }

    @Override
    public boolean knows(String username) throws StoreUnavailableException {
        return read(() -> Boolean.TRUE.equals(jdbc.queryForObject(KNOWN, Boolean.class, username)));
    }

    /** In the accounts and in the audit, in one transaction. */
    @Override
    public Set<String> subjects(String username) throws StoreUnavailableException {
        return read(() -> Set.copyOf(jdbc.queryForList(SUBJECTS, String.class, username)));
    }

    @Override
    public long forget(String username, String pseudonym) throws StoreUnavailableException {
        return read(() -> LongWork.query(
                jdbc,
                patient ->
                        patient.queryForObject(FORGET, (row, number) -> row.getLong("requests"), username, pseudonym)));
    }

    /** The name in a document that is of one user. */
    static Optional<String> named(Whose whose) {
        return Optional.of(whose.name()).filter(name -> whose.kind() == Whose.Kind.USERNAME);
    }

    private static <T> T read(Supplier<T> query) throws StoreUnavailableException {
        try {
            return query.get();
        } catch (DataAccessException | TransactionException away) {
            throw new StoreUnavailableException("PostgreSQL can't be asked", away);
        }
    }
}
