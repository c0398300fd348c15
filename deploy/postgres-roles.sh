#!/bin/sh
# Run once by the postgres image, on an empty volume: the hub and Keycloak each own a database, and nothing else.
set -e

# own_database <role, and its database> <file with its password>
own_database() {
    PASSWORD=$(cat "$2")
    export PASSWORD
    psql --no-psqlrc -v ON_ERROR_STOP=1 -v name="$1" -U "$POSTGRES_USER" -d postgres <<'END'
\getenv password PASSWORD
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
END
    unset PASSWORD
}

own_database indago /run/secrets/indago-db-password
own_database keycloak /run/secrets/keycloak-db-password
