/** What the hub tells other systems: the stream of enrichments. */
@NullMarked
package io.indago.routes.events;

import org.jspecify.annotations.NullMarked;
