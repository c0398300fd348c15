/** The hub's look at itself: what is unsafe about its settings, its roles and its Keycloak, as far as it can see. */
@NullMarked
package io.indago.hub.selfcheck;

import org.jspecify.annotations.NullMarked;
