/** What stores of events have in common. */
@NullMarked
package io.indago.hub.store;

import org.jspecify.annotations.NullMarked;
