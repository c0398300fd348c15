package io.indago.hub.config;

import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.springframework.boot.autoconfigure.thread.Threading;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The hub's own threads. Not an {@code Executor} bean, because any such bean switches off Spring Boot's own.
 *
 * @param calls runs calls to providers, a thread each: virtual where the requests' are, pooled otherwise
 */
record HubThreads(Executor calls) {

    static HubThreads of(CamelContext context, Environment environment) {
        if (Threading.VIRTUAL.isActive(environment)) {
            // Camel's own factory puts each thread's name together with regular expressions
            SimpleAsyncTaskExecutor virtual = new SimpleAsyncTaskExecutor("call-");
            virtual.setVirtualThreads(true);
            return new HubThreads(virtual);
        }
        return new HubThreads(context.getExecutorServiceManager().newCachedThreadPool(context, "call"));
    }
}
