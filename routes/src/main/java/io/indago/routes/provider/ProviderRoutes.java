package io.indago.routes.provider;

import org.apache.camel.builder.RouteBuilder;

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
                .templateParameter("provider")
                .from("direct:provider.{{provider}}")
                .setProperty(PROVIDER, constant("{{provider}}"))
                .bean(call, "call");
        for (ProviderDirectory.Entry entry : providers.entries()) {
            String id = entry.spec().id();
            templatedRoute(TEMPLATE).routeId(routeId(id)).parameter("provider", id);
        }
    }
}
