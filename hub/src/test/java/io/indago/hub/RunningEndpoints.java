package io.indago.hub;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.HttpEndpointModel;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every way into a running hub over HTTP: Camel's consumers, Spring MVC's mappings and the container's servlets, on both
 * ports. What is of a kind not known here is named by its class, so that it is missed in no list.
 */
final class RunningEndpoints {
    /** Before the endpoints of the management port. */
    static final String MANAGEMENT = "management ";

    /** Where routes begin that nobody outside can reach, or that platform-http serves, whose consumers are looked at. */
    private static final Set<String> INSIDE = Set.of("direct", "kafka", "platform-http", "rest", "rest-api");

    /** Made of other beans alone. */
    private static final String COMPOSITE = "CompositeHandlerMapping";

    private RunningEndpoints() {}

    static Set<String> of(ServletWebServerApplicationContext hub, ServletWebServerApplicationContext management) {
        Set<String> found = new TreeSet<>();
        CamelContext camel = hub.getBean(CamelContext.class);
        PlatformHttpComponent http = camel.getComponent("platform-http", PlatformHttpComponent.class);
        http.getHttpEndpoints().forEach(consumer -> found.addAll(consumer(consumer)));
        camel.getRoutes().stream()
                .map(Route::getEndpoint)
                .map(Endpoint::getEndpointUri)
                .filter(uri -> !INSIDE.contains(uri.substring(0, uri.indexOf(':'))))
                .map(uri -> "camel " + uri)
                .forEach(found::add);
        web(hub).forEach(found::add);
        web(management).map(endpoint -> MANAGEMENT + endpoint).forEach(found::add);
        return found;
    }

    private static List<String> consumer(HttpEndpointModel consumer) {
        String verbs = consumer.getVerbs() == null ? "GET" : consumer.getVerbs();
        String path = consumer.getUri().startsWith("/") ? consumer.getUri() : "/" + consumer.getUri();
        return Stream.of(verbs.split(","))
                .filter(verb -> !verb.equals("OPTIONS"))
                .map(verb -> verb + " " + path)
                .toList();
    }

    private static Stream<String> web(ServletWebServerApplicationContext context) {
        Stream<String> servlets = context.getServletContext().getServletRegistrations().values().stream()
                .filter(servlet -> !servlet.getClassName().equals(DispatcherServlet.class.getName()))
                .filter(servlet -> !servlet.getName().startsWith("dispatcherServlet"))
                .flatMap(servlet -> servlet.getMappings().stream())
                .map(path -> "* " + path);
        return Stream.concat(servlets, mappings(context).stream().flatMap(RunningEndpoints::mapped));
    }

    /** Of the context itself: those of the parent are not served by the child's port. */
    private static Collection<HandlerMapping> mappings(ApplicationContext context) {
        return BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerMapping.class).entrySet().stream()
                .filter(bean -> context.containsLocalBean(bean.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Stream<String> mapped(HandlerMapping mapping) {
        if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
            return methods.getHandlerMethods().keySet().stream().flatMap(RunningEndpoints::mapped);
        }
        if (mapping instanceof AbstractUrlHandlerMapping urls) {
            Stream<String> root = urls.getRootHandler() == null ? Stream.empty() : Stream.of("* /");
            return Stream.concat(root, urls.getHandlerMap().keySet().stream().map(path -> "* " + path));
        }
        boolean empty = mapping instanceof RouterFunctionMapping functions && functions.getRouterFunction() == null
                || mapping.getClass().getSimpleName().equals(COMPOSITE);
        return empty
                ? Stream.empty()
                : Stream.of("unknown " + mapping.getClass().getName());
    }

    private static Stream<String> mapped(RequestMappingInfo mapping) {
        Set<String> methods = new TreeSet<>();
        mapping.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
        if (methods.isEmpty()) {
            methods.add("*");
        }
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> method + " " + path));
    }
}
