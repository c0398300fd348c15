/** Where secrets are kept outside the hub's settings. */
@NullMarked
package io.indago.hub.secrets;

import org.jspecify.annotations.NullMarked;
