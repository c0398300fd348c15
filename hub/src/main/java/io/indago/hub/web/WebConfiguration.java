package io.indago.hub.web;

import io.indago.hub.config.IndagoProperties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.catalina.filters.FailedRequestFilter;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the HTTP front together. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    RestOperations restOperations(CamelContext context) {
        return new RestOperations(context);
    }

    /** Replaces the starter's engine. */
    @Bean("platform-http-engine")
    PlatformHttpEngine platformHttpEngine(
            RestOperations operations, ArrivingBody bodies, @Value("${server.port:8080}") int port) {
        return new HubHttpEngine(operations, bodies, port);
    }

    @Bean
    HubHandlerMapping hubHandlerMapping(CamelContext context, PlatformHttpEngine engine) {
        PlatformHttpComponent component = context.getComponent("platform-http", PlatformHttpComponent.class);
        component.setEngine(engine);
        return new HubHandlerMapping(component);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> leanHttp() {
        return factory -> factory.setProtocol(LeanHttp11.class.getName());
    }

    /** Nobody is believed about where a request comes from but the proxies named in the settings. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(IndagoProperties settings) {
        return factory -> {
            if (!settings.trustedProxies().isEmpty()) {
                RemoteIpValve forwarded = new RemoteIpValve();
                forwarded.setInternalProxies(".*"); // the valve before it has seen to that
                forwarded.setRemoteIpHeader(TrustedProxyValve.FORWARDED_FOR);
                forwarded.setProtocolHeader(TrustedProxyValve.FORWARDED_PROTO);
                factory.addEngineValves(
                        new TrustedProxyValve(new TrustedProxies(settings.trustedProxies())), forwarded);
            }
        };
    }

    @Bean
    ArrivingBody arrivingBody(IndagoProperties settings) {
        return new ArrivingBody(settings.limits().bodyTime(), System::nanoTime);
    }

    /** No body takes longer than it may, whether anybody reads it or not. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesInTime(
            IndagoProperties settings, ArrivingBody bodies) {
        return factory -> {
            factory.addEngineValves(new UnreadBodyValve(bodies));
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setDisableUploadTimeout(false);
                    http.setConnectionUploadTimeout(
                            Math.toIntExact(settings.limits().bodyTime().toMillis()));
                }
            });
        };
    }

    /** A body is the operation's to read: its fields are no parameters. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesUnread() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
    }

    /** Refuses too many parameters, and what can't be decoded, of which the container would leave out the rest. */
    @Bean
    FilterRegistrationBean<FailedRequestFilter> unreadableParameters() {
        FilterRegistrationBean<FailedRequestFilter> registration =
                new FilterRegistrationBean<>(new FailedRequestFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** A URL as a path segment contains encoded slashes; they stay encoded until the path is matched. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
