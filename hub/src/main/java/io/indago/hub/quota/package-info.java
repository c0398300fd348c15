/** What replicas share in PostgreSQL: quotas, rate limits, and lookups under way that cost some of a quota. */
@NullMarked
package io.indago.hub.quota;

import org.jspecify.annotations.NullMarked;
