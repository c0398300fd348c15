/**
 * The realm file applied to a realm that exists already, which Keycloak's own import leaves as it is: {@code ./indago
 * realm-apply}. It changes what the file describes, and nothing it does not name: people, other clients, other groups.
 */
@NullMarked
package io.indago.local.realm;

import org.jspecify.annotations.NullMarked;
