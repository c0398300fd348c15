package io.indago.hub.admission;

import io.indago.hub.problem.ProblemWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Admits so many lookups at once and tells the others at once to come back: a queue nobody sees would cost everybody's
 * deadline. Stands before everything else, so that a refusal costs next to nothing.
 */
final class AdmissionFilter extends OncePerRequestFilter {
    private static final String LOOKUPS = "/api/indicator";

    private final Semaphore room;
    private final int limit;
    private final ProblemWriter writer;
    private final Counter refused;

    /** @param limit how many lookups may be in flight */
    AdmissionFilter(int limit, ProblemWriter writer, MeterRegistry meters) {
        this.limit = limit;
        this.room = new Semaphore(limit);
        this.writer = writer;
        this.refused = Counter.builder("indago.admission.rejected")
                .description("Lookups refused because too many were in flight")
                .tag("reason", "in-flight")
                .register(meters);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(LOOKUPS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!room.tryAcquire()) {
            refused.increment();
            response.setHeader("Retry-After", "1");
            String detail = "There are " + limit + " lookups in flight, as many as this hub does at once.";
            writer.write(request, response, "too-busy", "Too busy", 503, detail);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            room.release();
        }
    }
}
