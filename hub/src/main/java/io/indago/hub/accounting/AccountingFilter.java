package io.indago.hub.accounting;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.indago.hub.problem.ProblemWriter;
import io.indago.hub.security.Callers;
import io.indago.hub.web.RestOperations;
import io.indago.hub.web.RestOperations.Operation;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.AccountingEvent.Request;
import io.indago.routes.accounting.AccountingLog;
import io.indago.routes.accounting.AccountingUnavailableException;
import io.indago.routes.accounting.Caller;
import io.indago.routes.audit.WithheldLookups;
import io.indago.routes.journal.DurableJournal;
import io.indago.routes.lookup.Beginning;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes an {@link AccountedRequest} of every API request and records it before its answer is finished. Stands where the
 * caller is known and the refusal of a scope can be seen; a request without a valid token is not recorded.
 *
 * <p>We do not work unaccounted: what can't be recorded is refused, before anything is done if that is known by then. What
 * is open to all is answered whether it can be recorded or not, for nobody is to account for it.
 */
@Component
final class AccountingFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AccountingFilter.class);
    private static final int LONGEST = 200;

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final RestOperations operations;
    private final AccountingLog log;
    private final DurableJournal journal;
    private final WithheldLookups withheld;
    private final ProblemWriter problems;
    private final Clock clock;

    AccountingFilter(
            RestOperations operations,
            AccountingLog log,
            DurableJournal journal,
            WithheldLookups withheld,
            ProblemWriter problems,
            Clock clock) {
        this.operations = operations;
        this.log = log;
        this.journal = journal;
        this.withheld = withheld;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AccountedRequest accounted = new AccountedRequest(
                ids.generate(),
                Beginning.now(clock),
                Callers.current(),
                described(request),
                request.getQueryString() != null);
        request.setAttribute(AccountedRequest.PROPERTY, accounted);
        String id = accounted.id().toString();
        String correlation = correlation(request).orElse(id);
        response.setHeader("X-Request-Id", correlation);
        MDC.put("traceId", id);
        MDC.put("correlationId", correlation);
        try {
            if (refusesAll(accounted.caller())) {
                refuse(request, response);
                return;
            }
            AccountedResponse answer =
                    new AccountedResponse(response, (status, bytes) -> record(accounted, request, status, bytes));
            try {
                chain.doFilter(request, answer);
            } finally {
                if (!answer.end() && !response.isCommitted()) {
                    response.reset();
                    response.setHeader("X-Request-Id", correlation);
                    refuse(request, response);
                }
            }
        } finally {
            MDC.remove("traceId");
            MDC.remove("correlationId");
        }
    }

    private boolean refusesAll(Caller caller) {
        return !caller.equals(Caller.ANONYMOUS) && journal.refusal().isPresent();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "5");
        problems.write(
                request,
                response,
                "accounting-unavailable",
                "Accounting is not available",
                503,
                "The request can't be recorded now, and nothing is done unrecorded. Try again soon.");
    }

    /** What the caller calls the request, so that its log and ours can be read together; empty when it doesn't. */
    private static Optional<String> correlation(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Request-Id"))
                .filter(name -> !name.isEmpty() && name.length() <= 64)
                .filter(name -> name.chars().allMatch(AccountingFilter::isHarmless));
    }

    private static boolean isHarmless(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
    }

    private Request described(HttpServletRequest request) {
        Optional<Operation> operation = operations.find(request);
        String endpoint =
                operation.map(found -> found.path().getPatternString()).orElse("(none)");
        Map<String, String> parameters = new TreeMap<>();
        for (String name : operation.map(Operation::parameters).orElse(Set.of())) {
            String value = request.getParameter(name);
            if (value != null) {
                parameters.put(name, shortened(printable(value)));
            }
        }
        String agent = Optional.ofNullable(request.getHeader("User-Agent"))
                .map(AccountingFilter::printable)
                .orElse("");
        return new Request(request.getMethod(), endpoint, parameters, request.getRemoteAddr(), shortened(agent));
    }

    /** A failed login is a request like another. */
    private boolean isOpen(HttpServletRequest request) {
        return operations.find(request).filter(Operation::open).isPresent();
    }

    /** PostgreSQL takes no NUL, and nobody needs the other control characters. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Whether the answer may be sent. */
    private boolean record(AccountedRequest accounted, HttpServletRequest request, int status, long bytes) {
        if (status == HttpServletResponse.SC_UNAUTHORIZED && !isOpen(request)) {
            return true;
        }
        withheld.note(accounted);
        try {
            log.append(accounted.completed(accounted.beginning().end(), status, bytes));
            return true;
        } catch (AccountingUnavailableException unavailable) {
            LOG.atError()
                    .addKeyValue("traceId", accounted.id())
                    .setCause(unavailable)
                    .log("The end of a request was not recorded");
            return accounted.caller().equals(Caller.ANONYMOUS);
        }
    }
}
