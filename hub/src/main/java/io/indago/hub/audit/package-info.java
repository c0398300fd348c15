/** The audit in PostgreSQL, and what the hub notices that belongs into it. */
@NullMarked
package io.indago.hub.audit;

import org.jspecify.annotations.NullMarked;
