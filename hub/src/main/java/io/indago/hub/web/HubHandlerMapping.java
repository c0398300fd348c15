package io.indago.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.component.platform.http.HttpEndpointModel;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpListener;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Maps every platform-http endpoint to its {@link HubHttpConsumer}. Path templates, 405 with Allow and OPTIONS are Spring
 * MVC's own.
 */
final class HubHandlerMapping extends RequestMappingHandlerMapping implements PlatformHttpListener {
    private static final Method SERVICE = ReflectionUtils.findMethod(
            HubHttpConsumer.class, "service", HttpServletRequest.class, HttpServletResponse.class);

    private final Map<HubHttpConsumer, RequestMappingInfo> mappings = new ConcurrentHashMap<>();

    HubHandlerMapping(PlatformHttpComponent component) {
        setOrder(-1);
        component.addPlatformHttpListener(this);
    }

    /** Nothing is found by scanning. */
    @Override
    protected boolean isHandler(Class<?> beanType) {
        return false;
    }

    @Override
    public void registerHttpEndpoint(HttpEndpointModel model) {
        HubHttpConsumer consumer = (HubHttpConsumer) model.getConsumer();
        RequestMappingInfo mapping = RequestMappingInfo.paths(
                        model.getUri().startsWith("/") ? model.getUri() : "/" + model.getUri())
                .methods(verbs(model))
                .options(getBuilderConfiguration())
                .build();
        unregister(consumer);
        consumer.onStop(() -> unregister(consumer));
        registerMapping(mapping, consumer, SERVICE);
        mappings.put(consumer, mapping);
    }

    /** The stopping consumer does it, because this would take the other verbs of the same path with it. */
    @Override
    public void unregisterHttpEndpoint(HttpEndpointModel model) {}

    private void unregister(HubHttpConsumer consumer) {
        RequestMappingInfo old = mappings.remove(consumer);
        if (old != null) {
            unregisterMapping(old);
        }
    }

    private static RequestMethod[] verbs(HttpEndpointModel model) {
        if (model.getVerbs() == null) {
            return new RequestMethod[] {RequestMethod.GET};
        }
        return Stream.of(model.getVerbs().split(","))
                .map(verb -> RequestMethod.valueOf(verb.strip()))
                .filter(verb -> verb != RequestMethod.OPTIONS)
                .toArray(RequestMethod[]::new);
    }
}
