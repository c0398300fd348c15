package io.indago.hub.admission;

import io.indago.hub.problem.ProblemWriter;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.RefusalTally;
import io.indago.routes.limit.LimitKind;
import io.indago.routes.limit.RateDecision;
import io.indago.routes.limit.RateDecision.Refusal;
import io.indago.routes.limit.RateLimits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a caller on who is within his limits, and tells him how much of them is left; the others are told when to come back,
 * and the audit how many they were. Stands behind the accounting, so that
 * what is refused is recorded, and before everything that costs.
 */
public final class RateLimitFilter extends OncePerRequestFilter {
    private static final int TOO_MANY_REQUESTS = 429;

    private final RateLimits limits;
    private final RefusalTally refusals;
    private final ProblemWriter writer;
    private final Map<LimitKind, Counter> rejected = new EnumMap<>(LimitKind.class);

    RateLimitFilter(RateLimits limits, RefusalTally refusals, ProblemWriter writer, MeterRegistry meters) {
        this.limits = limits;
        this.refusals = refusals;
        this.writer = writer;
        Arrays.stream(LimitKind.values())
                .forEach(kind -> rejected.put(
                        kind,
                        Counter.builder("indago.ratelimit.rejected")
                                .description("Requests refused because a user or client made too many")
                                .tag("kind", kind.id())
                                .register(meters)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(AccountedRequest.PROPERTY) instanceof AccountedRequest accounted)) {
            throw new IllegalStateException("the rate limit needs to know the caller: it stands behind the accounting");
        }
        RateDecision decision = limits.take(accounted.caller(), 1);
        if (!decision.policy().isEmpty()) {
            response.setHeader("RateLimit-Policy", decision.policy());
            response.setHeader("RateLimit", decision.state());
        }
        if (decision.refusal().isPresent()) {
            Refusal refusal = decision.refusal().get();
            AuditActor actor = AuditActor.of(accounted.caller(), accounted.address());
            refusals.refused(actor, "rate.refuse", refusal.kind().id());
            refuse(request, response, refusal);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        rejected.get(refusal.kind()).increment();
        response.setHeader("Retry-After", Long.toString(refusal.retryAfter()));
        writer.write(request, response, "rate-limited", "Too many requests", TOO_MANY_REQUESTS, refusal.sentence());
    }
}
