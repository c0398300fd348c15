package io.indago.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * PostgreSQL, Kafka, Keycloak and the sandbox, each a plain process on 127.0.0.1.
 *
 * <p>Closing it stops them. When our process is killed instead, they live on until the next start in the same state
 * folder, which stops them first.
 */
public final class LocalStack implements AutoCloseable {

    private final LocalStackConfig config;
    private final FolderLock lock;
    private final ProcessLedger ledger;
    private final Processes processes;
    private final Credentials credentials;
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final KeycloakPart keycloak;
    private final SandboxPart sandbox;
    private final Thread closer = new Thread(this::close, "local-stack-closer");

    private LocalStack(LocalStackConfig config, FolderLock lock, ProcessLedger ledger, StackListener listener) {
        Checkout checkout = Checkout.find();
        Path state = config.state();
        Path archives = config.cache().resolve("class-archives");
        Ports ports = config.ports();
        this.config = config;
        this.lock = lock;
        this.ledger = ledger;
        this.processes = new Processes(config.logs(), ledger);
        this.credentials = new CredentialsFile(config.cache().resolve("credentials.properties")).readOrCreate();
        this.postgres = new PostgresPart(
                state.resolve("postgres"),
                ports.of(PortName.POSTGRES),
                new PostgresBinaries(config.cache(), checkout.version("postgres")),
                processes,
                listener);
        this.kafka =
                new KafkaPart(state.resolve("kafka"), archives, ports, checkout.kafkaClassPath(), processes, listener);
        this.keycloak = new KeycloakPart(
                state,
                ports.of(PortName.KEYCLOAK),
                new KeycloakTemplate(config.cache(), checkout, new RealmVariables(credentials), processes, listener),
                processes,
                listener);
        this.sandbox =
                new SandboxPart(state, archives, config.plugins(), ports.of(PortName.SANDBOX), processes, listener);
    }

    /** Starts everything side by side and returns when all of it answers. */
    public static LocalStack start(LocalStackConfig config) {
        return start(prepare(config, StackListener.silent()));
    }

    /** As {@link #start}, on a database and a broker that hold nothing yet. */
    public static LocalStack startEmpty(LocalStackConfig config) {
        LocalStack stack = prepare(config, StackListener.silent());
        Folders.delete(stack.postgres.folder());
        Folders.delete(stack.kafka.folder());
        return start(stack);
    }

    private static LocalStack start(LocalStack stack) {
        Runtime.getRuntime().addShutdownHook(stack.closer);
        stack.startParts(StackListener.silent());
        return stack;
    }

    /** Takes possession of the state folder; nothing runs yet. */
    static LocalStack prepare(LocalStackConfig config, StackListener listener) {
        FolderLock lock = FolderLock.tryLock(config.state())
                .orElseThrow(() -> new LocalStackException(
                        "Indago already runs from " + config.state() + "; './indago down' stops it."));
        try {
            ProcessLedger ledger = new ProcessLedger(config.state());
            ledger.stopLeftovers(process ->
                    listener.step("stopping " + process.name() + ", left over by a launcher that was killed"));
            Folders.children(config.logs()).forEach(Folders::delete);
            config.ports().requireFree();
            DiskSpace.require(config.state());
            return new LocalStack(config, lock, ledger, listener);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    void startParts(StackListener listener) {
        ExecutorService threads = Executors.newFixedThreadPool(parts().size());
        CompletableFuture<Void> failure = new CompletableFuture<>();
        CompletableFuture<?>[] starts = parts().stream()
                .map(part -> CompletableFuture.runAsync(part::start, threads)
                        .thenRun(() -> listener.step(part.name() + " answers"))
                        .whenComplete((done, problem) -> {
                            if (problem != null) {
                                failure.completeExceptionally(problem);
                            }
                        }))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(starts), failure).join();
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdown();
        }
    }

    public String postgresUrl() {
        return postgres.url();
    }

    /** The hub's role: reads and writes rows, and changes no table. */
    public String postgresUser() {
        return PostgresRoles.APPLICATION;
    }

    public String postgresPassword() {
        return postgres.password(PostgresRoles.APPLICATION);
    }

    /** Owns the database, migrates it, and is no superuser. */
    public String postgresOwner() {
        return PostgresRoles.OWNER;
    }

    public String postgresOwnerPassword() {
        return postgres.password(PostgresRoles.OWNER);
    }

    public String kafkaBootstrap() {
        return kafka.bootstrapServers();
    }

    public URI issuer() {
        return keycloak.issuer();
    }

    public URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }

    /** The URL before {@code /<original host>/<original path>}. */
    public URI sandboxUrl() {
        return sandbox.url();
    }

    public Credentials credentials() {
        return credentials;
    }

    public Part postgres() {
        return postgres;
    }

    public Part kafka() {
        return kafka;
    }

    public Part keycloak() {
        return keycloak;
    }

    public Part sandbox() {
        return sandbox;
    }

    /**
     * A hub on this stack, not started yet, with these environment variables besides. Stop it before the stack, so that it
     * can write what it still has.
     */
    public Part hub(Map<String, String> variables) {
        return hub(0, variables);
    }

    /**
     * One more hub on this stack; its variables say where it listens and where its journal is.
     *
     * @param number from 1 on, for its log's name
     */
    public Part hub(int number, Map<String, String> variables) {
        String name = number == 0 ? ProcessLedger.HUB : ProcessLedger.HUB + "-" + number;
        return new HubPart(name, this, config, Checkout.find().hubClassPath(), variables, StackListener.silent());
    }

    /** Stops every part, side by side. */
    @Override
    public void close() {
        processes.close();
        parts().parallelStream().forEach(Part::stop);
        processes.killRest();
        lock.close();
        forgetCloser();
    }

    ProcessLedger ledger() {
        return ledger;
    }

    Processes processes() {
        return processes;
    }

    private List<ProcessPart> parts() {
        return List.of(keycloak, kafka, postgres, sandbox);
    }

    private void forgetCloser() {
        try {
            Runtime.getRuntime().removeShutdownHook(closer);
        } catch (IllegalStateException e) {
            // the machine is shutting down, and this is the hook at work
        }
    }
}
