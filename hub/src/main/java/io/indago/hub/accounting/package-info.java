/** The accounts in PostgreSQL. */
@NullMarked
package io.indago.hub.accounting;

import org.jspecify.annotations.NullMarked;
