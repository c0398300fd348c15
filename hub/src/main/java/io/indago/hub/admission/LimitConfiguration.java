package io.indago.hub.admission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.config.IndagoProperties;
import io.indago.hub.problem.ProblemWriter;
import io.indago.hub.quota.QuotaUpkeep;
import io.indago.hub.quota.SharedQuotas;
import io.indago.routes.api.AdminActions;
import io.indago.routes.api.LimitApiRoutes;
import io.indago.routes.api.LimitOperations;
import io.indago.routes.audit.RefusalTally;
import io.indago.routes.limit.LimitKind;
import io.indago.routes.limit.LimitOverrides;
import io.indago.routes.limit.LimitPolicy;
import io.indago.routes.limit.RateLimits;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much a user and a client may ask. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    LimitPolicy limitPolicy(IndagoProperties settings, LimitOverrides overrides, Clock clock) {
        IndagoProperties.Limits limits = settings.limits();
        return new LimitPolicy(
                Map.of(LimitKind.USER, limits.user(), LimitKind.CLIENT, limits.client()),
                Map.of(LimitKind.USER, limits.users(), LimitKind.CLIENT, limits.clients()),
                overrides,
                clock);
    }

    /** Ends before the sharing does, to give back what it leased. */
    @Bean(destroyMethod = "close")
    RateLimits rateLimits(LimitPolicy policy, Optional<SharedQuotas> shared, Optional<QuotaUpkeep> endsLater) {
        return new RateLimits(policy, System::nanoTime, shared.map(SharedQuotas::ledger));
    }

    @Bean
    RateLimitFilter rateLimitFilter(
            RateLimits limits, RefusalTally refusals, ProblemWriter writer, MeterRegistry meters) {
        return new RateLimitFilter(limits, refusals, writer, meters);
    }

    /** It is part of the security chain and must not run a second time outside it. */
    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimitOnlyInChain(RateLimitFilter filter) {
        FilterRegistrationBean<RateLimitFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    LimitApiRoutes limitApiRoutes(
            LimitPolicy policy, LimitOverrides overrides, AdminActions admin, Clock clock, ObjectMapper json) {
        return new LimitApiRoutes(new LimitOperations(policy, overrides, clock, json), admin, json);
    }
}
