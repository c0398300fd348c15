package io.indago.routes.events;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Makes consumers for routes that skip nothing and give up on nothing. With {@code pollOnError=RECONNECT} Camel replaces a
 * consumer that fails by one that begins where the group has committed, but never one that was not let in: here that
 * is a failure as any other. Each is followed by a pause, so that a lasting one makes no storm of consumers.
 */
public final class ReconnectingClients extends DefaultKafkaClientFactory {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Function<Properties, Consumer<?, ?>> consumers;
    private final Duration pause;

    public ReconnectingClients() {
        this(KafkaConsumer::new, PAUSE);
    }

    ReconnectingClients(Function<Properties, Consumer<?, ?>> consumers, Duration pause) {
        this.consumers = requireNonNull(consumers, "consumers");
        this.pause = requireNonNull(pause, "pause");
    }

    @Override
    public Consumer<?, ?> getConsumer(Properties settings) {
        Consumer<?, ?> consumer = consumers.apply(settings);
        return (Consumer<?, ?>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(consumer, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw method.getName().equals("poll") ? failed(thrown.getCause()) : thrown.getCause();
                    }
                });
    }

    private Throwable failed(Throwable failure) {
        if (failure instanceof WakeupException || failure instanceof InterruptException) {
            return failure;
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return failure instanceof AuthenticationException
                ? new KafkaException("not let in: " + failure.getMessage(), failure)
                : failure;
    }
}
