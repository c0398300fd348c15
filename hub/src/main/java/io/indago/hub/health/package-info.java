/** What probes and operators may ask: alive, ready, and what the hub depends on. */
@NullMarked
package io.indago.hub.health;

import org.jspecify.annotations.NullMarked;
