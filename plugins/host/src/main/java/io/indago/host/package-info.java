/**
 * Loads plugins and runs them so that whatever one does costs nobody else: each in a class loader of its own, its code
 * on its own few threads, its steps performed by the hub over an {@link io.indago.host.HttpPort}, all of it within the
 * lookup's deadline.
 */
@NullMarked
package io.indago.host;

import org.jspecify.annotations.NullMarked;
