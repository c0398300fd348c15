package io.indago.hub.selfcheck;

import io.indago.routes.api.SelfCheckDocument.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether the role the hub runs as could do more to the database than add rows. */
final class DatabaseRoleCheck implements Check {
    private static final String POWERS = """
            SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
                   has_database_privilege(current_database(), 'CREATE') AS makes_schemas,
                   (SELECT coalesce(bool_or(has_schema_privilege(oid, 'CREATE')), false)
                      FROM pg_namespace WHERE nspname IN ('accounting', 'audit')) AS makes_tables,
                   (SELECT count(*) > 0 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                     WHERE n.nspname IN ('accounting', 'audit') AND pg_has_role(c.relowner, 'MEMBER')) AS owns_tables
              FROM pg_roles WHERE rolname = current_user
            """;

    private final JdbcTemplate database;

    DatabaseRoleCheck(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public List<Finding> findings() {
        try {
            return judge(database.queryForMap(POWERS));
        } catch (DataAccessException away) {
            return List.of(
                    Finding.warning("database-unchecked", "the database does not say what the hub may do in it"));
        }
    }

    static List<Finding> judge(Map<String, Object> powers) {
        List<Finding> findings = new ArrayList<>();
        boolean mighty = List.of("rolsuper", "rolcreaterole", "rolcreatedb", "rolreplication", "rolbypassrls").stream()
                .anyMatch(power -> Boolean.TRUE.equals(powers.get(power)));
        if (mighty) {
            findings.add(Finding.warning(
                    "database-superuser",
                    "the hub is a superuser of the database, or nearly: give it a role of its own without"
                            + " SUPERUSER, CREATEROLE, CREATEDB, REPLICATION and BYPASSRLS"));
        }
        boolean builds = List.of("makes_schemas", "makes_tables", "owns_tables").stream()
                .anyMatch(power -> Boolean.TRUE.equals(powers.get(power)));
        if (builds && !mighty) {
            findings.add(Finding.warning(
                    "database-owner",
                    "the role the hub runs as may change tables, and so what was accounted and audited: run it as a"
                            + " role that owns none, and migrate as another (spring.flyway.user)"));
        }
        return findings;
    }
}
