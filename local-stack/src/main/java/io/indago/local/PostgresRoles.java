package io.indago.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The database's two roles: who owns and migrates it, and the hub, which reads and writes rows and can't change a table. */
final class PostgresRoles {

    static final String DATABASE = "indago";
    static final String OWNER = "indago_owner";
    static final String APPLICATION = "indago";

    private final Path file;
    private final Path fileOfOneRole;

    PostgresRoles(Path folder) {
        this.file = folder.resolve("roles.properties");
        this.fileOfOneRole = folder.resolve("owner.properties");
    }

    /** Whether the database has both; in one made by an earlier version the hub's role is the owner. */
    boolean areApart() {
        return Files.exists(file);
    }

    String password(String role) {
        return PrivateProperties.read(file).getProperty(role);
    }

    static Properties newPasswords() {
        Properties passwords = new Properties();
        passwords.setProperty(OWNER, RandomSecret.create());
        passwords.setProperty(APPLICATION, RandomSecret.create());
        return passwords;
    }

    /** For a new cluster, in its database {@code postgres}; a line for each statement. */
    static List<String> creation(Properties passwords) {
        return List.of(
                "CREATE ROLE " + OWNER + login(OWNER, passwords),
                "CREATE ROLE " + APPLICATION + login(APPLICATION, passwords),
                "CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
    }

    /** For a database that the hub's role owns, in it; once more does no harm. */
    static List<String> separation(Properties passwords) {
        return List.of(
                "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + OWNER + "') THEN CREATE ROLE "
                        + OWNER + "; END IF; END $$",
                "ALTER ROLE " + OWNER + login(OWNER, passwords),
                "ALTER ROLE " + APPLICATION + login(APPLICATION, passwords),
                "REASSIGN OWNED BY " + APPLICATION + " TO " + OWNER);
    }

    /** When they are there: until then a start separates them again. */
    void keep(Properties passwords) {
        PrivateProperties.write(file, passwords, "Passwords of the roles");
        Folders.delete(fileOfOneRole);
    }

    private static String login(String role, Properties passwords) {
        return " LOGIN PASSWORD '" + passwords.getProperty(role) + "'";
    }
}
