package io.indago.routes.provider;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * One route per provider id, {@code provider.<id>}, all from one template. The route outlives the provider's instances:
 * it asks for the current one at each call.
 *
 * <p>In: a {@link ProviderQuestion}. Out: a {@link ProviderReport}.
 */
public final class ProviderRoutes extends RouteBuilder {
    /** The exchange property that names the provider. */
    public static final String PROVIDER = "indago.provider";

    static final String TEMPLATE = "provider-lookup";

    private static final String PARAMETER = "provider";

    private final ProviderDirectory providers;
    private final ProviderCall call;

    public ProviderRoutes(ProviderDirectory providers, ProviderCall call) {
        this.providers = providers;
        this.call = call;
    }

    /** The endpoint of that provider's route. */
    public static String endpointOf(String provider) {
        return "direct:" + routeId(provider);
    }

    private static String routeId(String provider) {
        return "provider." + provider;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        routeTemplate(TEMPLATE)
                .templateParameter(PARAMETER)
                .from("direct:provider.{{provider}}")
                .setProperty(PROVIDER, constant("{{provider}}"))
                .bean(call, "call");
        for (ProviderDirectory.Entry entry : providers.entries()) {
            String id = entry.spec().id();
            templatedRoute(TEMPLATE).routeId(routeId(id)).parameter(PARAMETER, id);
        }
    }

    /** Adds the route of a provider that has come while the context runs; one that is there stays. */
    public void add(String id) {
        if (getCamelContext().getRoute(routeId(id)) == null) {
            TemplatedRouteBuilder.builder(getCamelContext(), TEMPLATE)
                    .routeId(routeId(id))
                    .parameter(PARAMETER, id)
                    .add();
        }
    }

    /** Removes the route of a provider that is gone. */
    public void remove(String id) {
        try {
            getCamelContext().getRouteController().stopRoute(routeId(id));
            getCamelContext().removeRoute(routeId(id));
        } catch (Exception failure) {
            throw RuntimeCamelException.wrapRuntimeCamelException(failure);
        }
    }
}
