package io.indago.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One Kafka broker that is its own controller, in its own JVM with Kafka's own libraries. */
final class KafkaPart extends ProcessPart {

    /** Kafka wants an id of 16 bytes in Base64; that of a cluster of one may be the same everywhere. */
    private static final String CLUSTER = "IndagoLocalStackKafkaA";

    private static final int HEAP_MEGABYTES = 256;

    private final Path folder;
    private final Path archives;
    private final Ports ports;
    private final String classPath;
    private final Jvm jvm = Jvm.current();

    KafkaPart(Path folder, Path archives, Ports ports, String classPath, Processes processes, StackListener listener) {
        super("kafka", processes, listener);
        this.folder = folder;
        this.archives = archives;
        this.ports = ports;
        this.classPath = classPath;
    }

    Path folder() {
        return folder;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.of(PortName.KAFKA);
    }

    @Override
    void prepare() {
        Folders.create(folder);
        writeSettings();
        if (!Files.exists(folder.resolve("data/meta.properties"))) {
            List<String> format = List.of(
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    CLUSTER,
                    "-c",
                    settings().toString());
            processes()
                    .start(new Launch("kafka-setup", command(List.of(), format), folder))
                    .awaitSuccess(Duration.ofSeconds(60));
        }
    }

    @Override
    Launch launch() {
        return new Launch(
                name(),
                command(
                        jvm.classArchive(archives, name()),
                        List.of("kafka.Kafka", settings().toString())),
                folder);
    }

    @Override
    boolean isReady() {
        return Probe.accepts(ports.of(PortName.KAFKA));
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(60);
    }

    private List<String> command(List<String> options, List<String> program) {
        return jvm.command(
                jvm.lean(HEAP_MEGABYTES), options, List.of("-Dlog4j2.level=WARN", "-cp", classPath), program);
    }

    private Path settings() {
        return folder.resolve("server.properties");
    }

    private void writeSettings() {
        String controller = "127.0.0.1:" + ports.of(PortName.KAFKA_CONTROLLER);
        List<String> lines = List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@" + controller,
                "controller.listener.names=CONTROLLER",
                "listeners=PLAINTEXT://" + bootstrapServers() + ",CONTROLLER://" + controller,
                "log.dirs=" + folder.resolve("data"),
                // a broker that was killed may come back only when its last session is over
                "broker.session.timeout.ms=4000",
                "broker.heartbeat.interval.ms=1000",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "group.initial.rebalance.delay.ms=0");
        try {
            Files.write(settings(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
