package io.indago.hub.admission;

import io.indago.hub.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whoever comes before the routes are there to come back: the container listens before them, and no operation would
 * be found. So too when they are about to go, but not while the hub only waits for proxies to notice that it stops.
 */
final class StartingFilter extends OncePerRequestFilter {
    private final ApplicationAvailability availability;
    private final ShutdownDelay delay;
    private final ProblemWriter writer;
    private volatile boolean wasReady;

    StartingFilter(ApplicationAvailability availability, ShutdownDelay delay, ProblemWriter writer) {
        this.availability = availability;
        this.delay = delay;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isReady = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        wasReady |= isReady;
        if (isReady || wasReady && delay.isRunning()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", "2");
        writer.write(request, response, "not-ready", "Not ready", 503, "The hub is starting or stopping.");
    }
}
