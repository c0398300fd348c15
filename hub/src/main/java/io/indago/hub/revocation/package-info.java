/** Whose tokens are refused, on every replica. */
@NullMarked
package io.indago.hub.revocation;

import org.jspecify.annotations.NullMarked;
