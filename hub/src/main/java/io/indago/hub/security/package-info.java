/** Who may: tokens verified locally, scopes as the REST operations declare them, everything else denied. */
@NullMarked
package io.indago.hub.security;

import org.jspecify.annotations.NullMarked;
