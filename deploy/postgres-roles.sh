#!/bin/sh
# Run once by the postgres image, on an empty volume: the hub and Keycloak each have a database, and nothing else. The hub's
# is owned by a role of its own, for migrations; the hub's role is granted what it needs by them.
set -e

# make_role <role> <file with its password>
make_role() {
    PASSWORD=$(cat "$2")
    export PASSWORD
    psql --no-psqlrc -v ON_ERROR_STOP=1 -v name="$1" -U "$POSTGRES_USER" -d postgres <<'END'
\getenv password PASSWORD
CREATE ROLE :"name" LOGIN PASSWORD :'password';
END
    unset PASSWORD
}

# make_database <name> <its owner>
make_database() {
    psql --no-psqlrc -v ON_ERROR_STOP=1 -v name="$1" -v owner="$2" -U "$POSTGRES_USER" -d postgres <<'END'
CREATE DATABASE :"name" OWNER :"owner";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
END
}

make_role indago_owner /run/secrets/indago-owner-db-password
make_role indago /run/secrets/indago-db-password
make_database indago indago_owner
make_role keycloak /run/secrets/keycloak-db-password
make_database keycloak keycloak
