package io.indago.routes.events;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How the hub talks to Kafka.
 *
 * @param bootstrapServers {@code host:port,…}
 * @param bufferBytes the most the producer holds while the brokers can't take it
 * @param patienceMs how long a request may wait for room in that buffer
 */
public record KafkaSettings(String bootstrapServers, long bufferBytes, int patienceMs) {
    /** Nobody waits for the brokers; a few events travel together. */
    private static final int LINGER_MS = 5;

    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArray";

    public KafkaSettings {
        requireNonNull(bootstrapServers, "bootstrapServers");
    }

    /** Settings of a producer that gives up on nothing it accepted. */
    public Map<String, Object> producerConfig() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "indago-accounting",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                bufferBytes,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                patienceMs,
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MS);
    }

    /** The URI of a Camel endpoint that writes bodies to the topic. */
    public String producer(String topic) {
        return "kafka:" + topic + "?brokers=" + bootstrapServers
                + "&requestRequiredAcks=all&enableIdempotence=true&lingerMs=" + LINGER_MS + "&maxBlockMs=" + patienceMs
                + "&keySerializer=org.apache.kafka.common.serialization.StringSerializer"
                + "&valueSerializer=" + BYTES + "Serializer";
    }

    /** The URI of a Camel endpoint that reads the topic in batches, committed by the route. */
    public String batchConsumer(String topic, String group) {
        return "kafka:" + topic + "?brokers=" + bootstrapServers + "&groupId=" + group
                + "&autoOffsetReset=earliest&autoCommitEnable=false&allowManualCommit=true"
                + "&batching=true&maxPollRecords=500&batchingIntervalMs=200&pollTimeoutMs=200"
                + "&maxPollIntervalMs=1800000"
                + "&valueDeserializer=" + BYTES + "Deserializer";
    }
}
