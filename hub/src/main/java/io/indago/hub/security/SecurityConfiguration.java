package io.indago.hub.security;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.indago.hub.admission.InFlightFilter;
import io.indago.hub.admission.RateLimitFilter;
import io.indago.hub.config.IndagoProperties;
import io.indago.hub.problem.ProblemWriter;
import io.indago.hub.problem.SecurityProblems;
import io.indago.hub.revocation.RevocationList;
import io.indago.hub.selfcheck.TokenLifespans;
import io.indago.hub.web.RestOperations;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The only gate: every request passes it, and what no operation declares is denied. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The management port: health and metrics, for probes inside; nothing of it is on the API's port. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            RestOperations operations,
            @Qualifier("accountingFilter") Filter accounting,
            InFlightFilter inFlight,
            RateLimitFilter limits,
            SecurityProblems problems,
            RevocationList revocations,
            ProblemWriter writer)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(resource -> resource.jwt(jwt -> {})
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(tellingAll(problems)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(accounting, ExceptionTranslationFilter.class)
                .addFilterBefore(inFlight, ExceptionTranslationFilter.class)
                .addFilterBefore(limits, ExceptionTranslationFilter.class) // after the accounting, as it is said here
                .addFilterAfter(new AdministrationGate(operations, revocations, writer), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(new RestAuthorization(operations)))
                .build();
    }

    /** That keys can't be had is told like all else, and not thrown on, which would be a 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> tellingAll(SecurityProblems problems) {
        AuthenticationEntryPointFailureHandler handler = new AuthenticationEntryPointFailureHandler(problems);
        handler.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }

    /** It is part of the chain above and must not run a second time outside it. */
    @Bean
    FilterRegistrationBean<Filter> accountingOnlyInChain(@Qualifier("accountingFilter") Filter accounting) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(accounting);
        registration.setEnabled(false);
        return registration;
    }

    /** Filters are not observed one by one: that costs more than it tells. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Lets encoded slashes and percent signs through: a URL is looked up as one path segment. */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedPeriod(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Bean
    JwtDecoder jwtDecoder(
            IndagoProperties settings, RealmKeys keys, RevocationList revocations, TokenLifespans lifespans) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256), keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> requireIssueTime(claims)); // all else is TokenRules'
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        OAuth2TokenValidator<Jwt> rules = TokenRules.of(settings, revocations);
        decoder.setJwtValidator(rules);
        return new VerifiedTokens(decoder, rules, lifespans, Ticker.systemTicker());
    }

    /** Here, because {@code TokenRules} can't see that it is missing: Spring makes one up, of a second before the end. */
    private static void requireIssueTime(JWTClaimsSet claims) throws BadJWTException {
        if (claims.getIssueTime() == null) {
            throw new BadJWTException("The token does not say when it was issued");
        }
    }
}
