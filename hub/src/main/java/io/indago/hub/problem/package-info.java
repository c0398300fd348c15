/** Errors told outside the routes, as RFC 9457 problems. */
@NullMarked
package io.indago.hub.problem;

import org.jspecify.annotations.NullMarked;
