package io.indago.hub.admission;

import io.indago.hub.problem.ProblemWriter;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.Caller;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets one caller, or one address where nobody is logged in, take a part of the room alone, so that there is some for the
 * others however slowly he asks. Stands behind the accounting, so that what is refused is recorded.
 */
public final class InFlightFilter extends OncePerRequestFilter {
    private static final int TOO_MANY_REQUESTS = 429;

    private final InFlight inFlight;
    private final ProblemWriter writer;
    private final Counter refused;

    InFlightFilter(InFlight inFlight, ProblemWriter writer, MeterRegistry meters) {
        this.inFlight = inFlight;
        this.writer = writer;
        this.refused = Counter.builder("indago.admission.rejected")
                .description("Lookups refused because too many were in flight")
                .tag("reason", "caller")
                .register(meters);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(AccountedRequest.PROPERTY) instanceof AccountedRequest accounted)) {
            throw new IllegalStateException("who asks is not known: this filter stands behind the accounting");
        }
        String caller = name(accounted);
        if (!inFlight.enter(caller)) {
            refused.increment();
            response.setHeader("Retry-After", "1");
            String detail = "You have " + inFlight.most() + " requests in flight, as many as one caller may."
                    + " Wait for one to be answered.";
            writer.write(request, response, "too-many-at-once", "Too many requests at once", TOO_MANY_REQUESTS, detail);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            inFlight.leave(caller);
        }
    }

    /** A subject is no address: none can be taken for the other. */
    private static String name(AccountedRequest accounted) {
        Caller caller = accounted.caller();
        return caller.subject().isEmpty() ? "from " + accounted.address() : "user " + caller.subject();
    }
}
