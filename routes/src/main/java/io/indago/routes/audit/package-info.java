/** What people with power did and what was refused to whom: events, and the chain of hashes they end in. */
@NullMarked
package io.indago.routes.audit;

import org.jspecify.annotations.NullMarked;
