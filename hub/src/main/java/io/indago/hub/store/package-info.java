/** What all who write to PostgreSQL have in common. */
@NullMarked
package io.indago.hub.store;

import org.jspecify.annotations.NullMarked;
