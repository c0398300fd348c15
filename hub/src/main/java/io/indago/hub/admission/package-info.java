/** How many lookups the hub does at once, and what the others are told. */
@NullMarked
package io.indago.hub.admission;

import org.jspecify.annotations.NullMarked;
