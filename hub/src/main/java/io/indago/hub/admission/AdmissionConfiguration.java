package io.indago.hub.admission;

import io.indago.hub.config.IndagoProperties;
import io.indago.hub.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.thread.Threading;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** How many lookups may be in flight: few enough for the container's threads, or as said, where they are virtual. And whose. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {
    /** Less than the container's 200 threads, so that some are left to refuse and to answer everything else. */
    private static final int ON_PLATFORM_THREADS = 150;

    private static final int ON_VIRTUAL_THREADS = 2_000;

    /** How many it takes at least to have all the room. */
    private static final int USERS = 4;

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE;

    @Bean
    FilterRegistrationBean<AdmissionFilter> admission(
            IndagoProperties settings, Environment environment, ProblemWriter writer, MeterRegistry meters) {
        FilterRegistrationBean<AdmissionFilter> registration =
                new FilterRegistrationBean<>(new AdmissionFilter(lookups(settings, environment), writer, meters));
        registration.setOrder(FIRST + 1);
        return registration;
    }

    @Bean
    InFlightFilter inFlightFilter(
            IndagoProperties settings, Environment environment, ProblemWriter writer, MeterRegistry meters) {
        Integer given = settings.limits().inFlight();
        int most = given == null ? Math.max(1, lookups(settings, environment) / USERS) : given;
        return new InFlightFilter(new InFlight(most), writer, meters);
    }

    /** It is part of the security chain and must not run a second time outside it. */
    @Bean
    FilterRegistrationBean<InFlightFilter> inFlightOnlyInChain(InFlightFilter filter) {
        FilterRegistrationBean<InFlightFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    private static int lookups(IndagoProperties settings, Environment environment) {
        Integer given = settings.lookup().inFlight();
        int usual = Threading.VIRTUAL.isActive(environment) ? ON_VIRTUAL_THREADS : ON_PLATFORM_THREADS;
        return given == null ? usual : given;
    }

    @Bean
    FilterRegistrationBean<StartingFilter> starting(
            ApplicationAvailability availability, ShutdownDelay delay, ProblemWriter writer) {
        FilterRegistrationBean<StartingFilter> registration =
                new FilterRegistrationBean<>(new StartingFilter(availability, delay, writer));
        registration.setOrder(FIRST);
        return registration;
    }
}
