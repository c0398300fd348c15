/** Accounts in Keycloak: its Admin API, its token endpoint, and what is kept beside them in PostgreSQL. */
@NullMarked
package io.indago.hub.account;

import org.jspecify.annotations.NullMarked;
