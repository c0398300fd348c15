package io.indago.routes.accounting;

import org.apache.camel.builder.RouteBuilder;

/**
 * The begin of accounting's way: {@code accounting.started} and {@code accounting.completed} are passed by every lookup.
 * {@link EventStoreRoutes} is its end.
 */
public final class AccountingRoutes extends RouteBuilder {
    private final LookupAccount account;

    public AccountingRoutes(LookupAccount account) {
        this.account = account;
    }

    @Override
    public void configure() {
        from("direct:accounting.started")
                .routeId("accounting.started")
                .errorHandler(noErrorHandler())
                .bean(account, "started")
                .id("accounting.started.append");
        from("direct:accounting.completed")
                .routeId("accounting.completed")
                .errorHandler(noErrorHandler())
                .bean(account, "completed");
    }
}
