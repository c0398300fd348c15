package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two roles of a new database, and of one that an earlier version made with one. */
class PostgresRolesIT {

    private static final Path STATE = Path.of("target/postgres-roles-it").toAbsolutePath();
    private static final Path FOLDER = STATE.resolve("postgres");

    private PostgresPart postgres;

    @BeforeEach
    void create() throws IOException {
        Folders.delete(STATE);
        Folders.create(FOLDER);
        Checkout checkout = Checkout.find();
        try (ServerSocket free = new ServerSocket(0)) {
            postgres = new PostgresPart(
                    FOLDER,
                    free.getLocalPort(),
                    new PostgresBinaries(LocalStackConfig.in(STATE, STATE).cache(), checkout.version("postgres")),
                    new Processes(STATE.resolve("logs"), new ProcessLedger(STATE)),
                    StackListener.silent());
        }
    }

    @AfterEach
    void stop() {
        postgres.stop();
        Folders.delete(STATE);
    }

    @Test
    void aNewDatabaseHasBoth() throws SQLException {
        postgres.start();

        assertThat(answer(
                        PostgresRoles.OWNER,
                        "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'indago'"))
                .isEqualTo("indago_owner");
        assertThat(answer(PostgresRoles.APPLICATION, "SELECT current_user")).isEqualTo("indago");
        assertThatThrownBy(() -> answer(PostgresRoles.APPLICATION, "CREATE SCHEMA mine"))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("42501"));
    }

    @Test
    void aDatabaseOfOneRoleGetsItsOwner() throws SQLException, IOException {
        postgres.start();
        postgres.stop();
        makeItOneRoles();

        postgres.start();

        assertThat(answer(PostgresRoles.OWNER, "SELECT note FROM old")).isEqualTo("kept");
        assertThat(answer(PostgresRoles.OWNER, "SELECT tableowner FROM pg_tables WHERE tablename = 'old'"))
                .isEqualTo("indago_owner");
        assertThatThrownBy(() -> answer(PostgresRoles.APPLICATION, "DROP TABLE old"))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("42501"));
        assertThat(FOLDER.resolve("owner.properties")).doesNotExist();
    }

    /** As earlier versions left it. */
    private void makeItOneRoles() throws IOException {
        postgres.execute(
                FOLDER.resolve("data-17"),
                "indago",
                List.of(
                        "REASSIGN OWNED BY indago_owner TO indago",
                        "DROP ROLE indago_owner",
                        "CREATE TABLE old AS SELECT 'kept' AS note",
                        "ALTER TABLE old OWNER TO indago"));
        Files.move(FOLDER.resolve("roles.properties"), FOLDER.resolve("owner.properties"));
    }

    private String answer(String role, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(), role, postgres.password(role));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
