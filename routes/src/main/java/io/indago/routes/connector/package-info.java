/** Tells connectors what lookups brought: from the stream of enrichments, until each is delivered or put aside. */
@NullMarked
package io.indago.routes.connector;

import org.jspecify.annotations.NullMarked;
