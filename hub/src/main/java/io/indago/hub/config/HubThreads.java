package io.indago.hub.config;

import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;

/**
 * The hub's own threads: virtual where Camel's are, pooled otherwise. Not an {@code Executor} bean, because any such bean
 * switches off Spring Boot's own.
 *
 * @param branches run the branches of lookups
 * @param calls run calls to providers, a thread each
 */
record HubThreads(ExecutorService branches, ExecutorService calls) {

    static HubThreads of(CamelContext context) {
        return new HubThreads(
                context.getExecutorServiceManager().newCachedThreadPool(context, "lookup"),
                context.getExecutorServiceManager().newCachedThreadPool(context, "call"));
    }
}
