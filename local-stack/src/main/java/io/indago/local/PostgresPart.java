package io.indago.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** PostgreSQL as it ships: it answers a commit when the disk has it. */
final class PostgresPart extends ProcessPart {

    private static final Duration SETUP_LIMIT = Duration.ofSeconds(60);
    private static final int STATUS_LINE = 7;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=32MB",
            "max_connections=60",
            "log_checkpoints=off");

    private final Path folder;
    private final Path data;
    private final int port;
    private final PostgresBinaries binaries;
    private final PostgresRoles roles;

    PostgresPart(Path folder, int port, PostgresBinaries binaries, Processes processes, StackListener listener) {
        super("postgres", processes, listener);
        this.folder = folder;
        this.data = folder.resolve("data-" + binaries.majorVersion());
        this.port = port;
        this.binaries = binaries;
        this.roles = new PostgresRoles(folder);
    }

    Path folder() {
        return folder;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresRoles.DATABASE;
    }

    String password(String role) {
        return roles.password(role);
    }

    @Override
    void prepare() {
        binaries.unpack();
        Properties passwords = PostgresRoles.newPasswords();
        if (!Files.exists(data)) {
            Path draft = folder.resolve("data.draft");
            Folders.delete(draft);
            Folders.create(draft);
            createCluster(draft);
            execute(draft, "postgres", PostgresRoles.creation(passwords));
            Folders.move(draft, data);
        } else if (roles.areApart()) {
            return;
        } else {
            execute(data, PostgresRoles.DATABASE, PostgresRoles.separation(passwords));
        }
        roles.keep(passwords);
    }

    @Override
    Launch launch() {
        List<String> command = new ArrayList<>(List.of(binaries.program("postgres")));
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        for (String setting : SETTINGS) {
            command.addAll(List.of("-c", setting));
        }
        return asOrdinaryUser(name(), data, command).stoppedBy(StopSignal.INT);
    }

    /** The postmaster says so itself, in its own file. */
    @Override
    boolean isReady() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            List<String> words = lines.map(String::strip).toList();
            return words.size() > STATUS_LINE
                    && isPid(Long.parseLong(words.get(0)))
                    && words.get(STATUS_LINE).equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(60);
    }

    private void createCluster(Path draft) {
        List<String> command = List.of(
                binaries.program("initdb"),
                "-D",
                draft.toString(),
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale=C");
        processes().start(asOrdinaryUser("postgres-setup", draft, command)).awaitSuccess(SETUP_LIMIT);
        try {
            Files.writeString(draft.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In single-user mode, which needs neither a port nor a password; a statement has a line. */
    void execute(Path cluster, String database, List<String> statements) {
        try {
            Path script = Files.createTempFile(folder, "setup", ".sql");
            Files.writeString(script, String.join("\n", statements) + "\n");
            List<String> command = List.of(
                    binaries.program("postgres"),
                    "--single",
                    "-D",
                    cluster.toString(),
                    "-c",
                    "exit_on_error=on",
                    database);
            processes()
                    .start(asOrdinaryUser("postgres-setup", cluster, command).reading(script))
                    .awaitSuccess(SETUP_LIMIT);
            Files.delete(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Launch asOrdinaryUser(String name, Path writable, List<String> command) {
        return new Launch(name, OrdinaryUser.owning(writable, command.get(0)).wrap(command), folder);
    }
}
