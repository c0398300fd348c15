package io.indago.routes.lookup;

import com.google.common.util.concurrent.MoreExecutors;
import io.indago.routes.provider.ProviderRoutes;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * How a lookup flows: {@code lookup.plan}, {@code lookup.multicast}, {@code lookup.aggregate}. In: a
 * {@link LookupRequest}. Out: an {@link Enrichment}. On its way it passes {@code accounting.started} before anything
 * leaves, {@code accounting.completed} and {@code enrichments.write}, and {@code enrichments.publish} off the answer's path.
 */
public final class LookupRoutes extends RouteBuilder {
    /** The way in. */
    public static final String LOOKUP = "direct:lookup.plan";

    private static final String MULTICAST = "direct:lookup.multicast";
    private static final String AGGREGATE = "direct:lookup.aggregate";
    /** The deadline is kept inside every branch; this catches only a mistake of ours. */
    private static final long BACKSTOP_MILLIS = 35_000;

    private final LookupPlanner planner;
    private final Enricher enricher;
    private final LookupMetrics metrics;

    public LookupRoutes(LookupPlanner planner, Enricher enricher, LookupMetrics metrics) {
        this.planner = planner;
        this.enricher = enricher;
        this.metrics = metrics;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(LOOKUP)
                .routeId("lookup.plan")
                .process(this::count)
                .bean(planner, "plan")
                .setProperty(LookupExchange.PLAN, body())
                .to("direct:accounting.started")
                .to(MULTICAST)
                .to(AGGREGATE)
                .to("direct:accounting.completed")
                .to("direct:enrichments.write")
                .wireTap("direct:enrichments.publish")
                .id("lookup.published");

        from(MULTICAST)
                .routeId("lookup.multicast")
                .process(LookupRoutes::question)
                .recipientList(exchangeProperty(LookupExchange.RECIPIENTS))
                .parallelProcessing()
                // A branch only hands its question over and returns, so that none needs a thread of its own
                .executorService(MoreExecutors.newDirectExecutorService())
                .aggregationStrategy(new ReportAggregation())
                .timeout(BACKSTOP_MILLIS)
                .id("lookup.multicast.providers");

        from(AGGREGATE).routeId("lookup.aggregate").process(this::enrich);
    }

    /** Counts the lookup as in flight until its exchange is over, however it ends. */
    private void count(Exchange exchange) {
        metrics.begun();
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                metrics.over();
            }
        });
    }

    private static void question(Exchange exchange) {
        LookupPlan plan = plan(exchange);
        List<String> recipients =
                plan.askedIds().stream().map(ProviderRoutes::endpointOf).toList();
        exchange.setProperty(LookupExchange.RECIPIENTS, recipients);
        exchange.getMessage().setBody(plan.request().question());
    }

    private void enrich(Exchange exchange) {
        ReportSet reports = exchange.getMessage().getBody() instanceof ReportSet some ? some : ReportSet.EMPTY;
        Enrichment enrichment = enricher.enrich(plan(exchange), reports);
        metrics.finished(enrichment);
        exchange.getMessage().setBody(enrichment);
    }

    private static LookupPlan plan(Exchange exchange) {
        return exchange.getProperty(LookupExchange.PLAN, LookupPlan.class);
    }
}
