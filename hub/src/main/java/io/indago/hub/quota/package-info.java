/** What replicas share of quotas and rate limits, in PostgreSQL. */
@NullMarked
package io.indago.hub.quota;

import org.jspecify.annotations.NullMarked;
