package io.indago.local;

import java.nio.file.Path;

/** PostgreSQL alone, for what needs no more of the stack. Closing it stops it; its data stay in the state folder. */
public final class LocalPostgres implements AutoCloseable {

    private final FolderLock lock;
    private final PostgresPart postgres;
    private final Processes processes;
    private final Thread closer = new Thread(this::close, "local-postgres-closer");

    private LocalPostgres(Path state, FolderLock lock) {
        this.lock = lock;
        ProcessLedger ledger = new ProcessLedger(state);
        ledger.stopLeftovers(process -> {});
        Checkout checkout = Checkout.find();
        processes = new Processes(state.resolve("logs"), ledger);
        postgres = new PostgresPart(
                state.resolve("postgres"),
                Ports.free().of(PortName.POSTGRES),
                new PostgresBinaries(checkout.cache(), checkout.version("postgres")),
                processes,
                StackListener.silent());
    }

    /** Starts it on a free port and returns when it answers. */
    public static LocalPostgres start(Path folder) {
        Path state = folder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.tryLock(state)
                .orElseThrow(() -> new LocalStackException("PostgreSQL already runs from " + state + "."));
        LocalPostgres alone;
        try {
            alone = new LocalPostgres(state, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(alone.closer);
        try {
            alone.postgres.start();
        } catch (RuntimeException e) {
            alone.close();
            throw e;
        }
        return alone;
    }

    public String url() {
        return postgres.url();
    }

    /** Owns the database, and is no superuser. */
    public String owner() {
        return PostgresRoles.OWNER;
    }

    public String ownerPassword() {
        return postgres.password(PostgresRoles.OWNER);
    }

    /** The hub's role, which changes no table. */
    public String user() {
        return PostgresRoles.APPLICATION;
    }

    public String password() {
        return postgres.password(PostgresRoles.APPLICATION);
    }

    /** The server itself, to be killed and started again. */
    public Part server() {
        return postgres;
    }

    @Override
    public void close() {
        processes.close();
        postgres.stop();
        processes.killRest();
        lock.close();
        try {
            Runtime.getRuntime().removeShutdownHook(closer);
        } catch (IllegalStateException e) {
            // the machine is shutting down, and this is the hook at work
        }
    }
}
