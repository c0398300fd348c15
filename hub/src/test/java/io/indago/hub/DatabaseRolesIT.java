package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What the hub's own role may not do in PostgreSQL, whatever the hub is made to say. */
@ExtendWith(RunningHub.Extension.class)
class DatabaseRolesIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final RunningHub hub;

    DatabaseRolesIT(RunningHub hub) {
        this.hub = hub;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set username = 'nobody'",
                "delete from audit.entry",
                "truncate audit.entry",
                "drop table audit.entry",
                "alter table audit.entry disable trigger all",
                "alter table audit.entry add column note text",
                "create table audit.other (id int)",
                "insert into audit.checkpoint (position, hash) values (1, sha256(''))",
                "delete from audit.checkpoint",
                "insert into audit.forgetting (pseudonym, entries, remaining) values ('forgotten-1', 1, 0)",
                "delete from audit.forgetting",
                "truncate accounting.request",
                "drop table accounting.request",
                "alter table accounting.request drop column username",
                "create table accounting.other (id int)",
                "create table public.other (id int)",
                "create schema other",
                "update accounting.flyway_schema_history set success = false",
                "set role indago_owner"
            })
    void isRefused(String statement) {
        assertThatThrownBy(() -> hub.database().execute(statement))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @Test
    void isNoSuperuser() {
        assertThat(hub.database()
                        .queryForObject(
                                "select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls from pg_roles"
                                        + " where rolname = current_user",
                                Boolean.class))
                .isFalse();
    }

    @Test
    void mayOnlyReadTheAuditAndAppendToIt() {
        assertThat(hub.database().queryForList("""
                        select privilege from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE',
                            'REFERENCES', 'TRIGGER', 'MAINTAIN']) privilege
                        where has_table_privilege('audit.entry', privilege)
                        """, String.class)).containsExactlyInAnyOrder("SELECT", "INSERT");
    }
}
