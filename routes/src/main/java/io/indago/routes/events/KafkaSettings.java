package io.indago.routes.events;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

    /** Enrichments are long; this many bytes, and this much time, let some of them travel together as well. */
    private static final String TOGETHER = "&producerBatchSize=131072&lingerMs=20";

    /** What is to be stored is fetched when there is some of it. */
    private static final String FETCHED_TOGETHER = "&fetchMinBytes=65536&fetchWaitMaxMs=200";

    /** A consumer that was killed keeps its partitions from everybody for so long; Kafka's own default is 45 s. */
    private static final String SOON_REPLACED = "&sessionTimeoutMs=10000&heartbeatIntervalMs=3000";

    /** Nobody asked for the clients' own metrics in the brokers, and offering them costs a little with every poll. */
    private static final String WITHOUT_TELEMETRY = "&additionalProperties.enable.metrics.push=false";

    /** A replica that comes or goes stops nobody but those whose partitions move. */
    private static final String COOPERATIVE =
            "&partitionAssignor=org.apache.kafka.clients.consumer.CooperativeStickyAssignor";

    /** Camel's own way would skip a record of each partition, and forget what was read and not yet stored. */
    private static final String NOTHING_SKIPPED = "&pollOnError=RECONNECT";

    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArray";

    public KafkaSettings {
        requireNonNull(bootstrapServers, "bootstrapServers");
    }

    /** Settings of a producer that gives up on nothing it accepted. */
    public Map<String, Object> producerConfig() {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "indago-accounting"),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, patienceMs),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS),
                Map.entry(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false));
    }

    /** The URI of a Camel endpoint that writes bodies to the topic. */
    public String producer(String topic) {
        return "kafka:" + topic + "?brokers=" + bootstrapServers
                + "&requestRequiredAcks=all&enableIdempotence=true&maxBlockMs=" + patienceMs + TOGETHER
                + "&keySerializer=org.apache.kafka.common.serialization.StringSerializer"
                + "&valueSerializer=" + BYTES + "Serializer" + WITHOUT_TELEMETRY;
    }

    /** Settings of a client that asks the brokers about topics and groups. */
    public Map<String, Object> adminConfig() {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "indago-admin",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                4_000,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
                false);
    }

    /** Settings of a consumer without a group, which reads all there is. */
    public Map<String, Object> consumerConfig() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG,
                false);
    }

    /** Settings of a producer of records that were read elsewhere. */
    public Map<String, Object> copyingConfig() {
        Map<String, Object> settings = new HashMap<>(producerConfig());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "indago-retry");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 35_000);
        return settings;
    }

    /**
     * The URI of a Camel endpoint that reads topics record by record, committed by the route. A record whose exchange fails
     * is read again.
     *
     * @param topics separated by commas
     */
    public String recordConsumer(String topics, String group) {
        return "kafka:" + topics + "?brokers=" + bootstrapServers + "&groupId=" + group
                + "&autoOffsetReset=earliest&autoCommitEnable=false&allowManualCommit=true&breakOnFirstError=true"
                + "&maxPollRecords=5&pollTimeoutMs=500&maxPollIntervalMs=1800000" + COOPERATIVE + NOTHING_SKIPPED
                + "&valueDeserializer=" + BYTES + "Deserializer" + WITHOUT_TELEMETRY;
    }

    /** The URI of a Camel endpoint that reads the topic in batches, committed by the route. */
    public String batchConsumer(String topic, String group) {
        return "kafka:" + topic + "?brokers=" + bootstrapServers + "&groupId=" + group
                + "&autoOffsetReset=earliest&autoCommitEnable=false&allowManualCommit=true"
                + "&batching=true&maxPollRecords=500&batchingIntervalMs=200&pollTimeoutMs=200"
                + "&maxPollIntervalMs=1800000" + SOON_REPLACED + COOPERATIVE + NOTHING_SKIPPED + FETCHED_TOGETHER
                + "&valueDeserializer=" + BYTES + "Deserializer" + WITHOUT_TELEMETRY;
    }
}
