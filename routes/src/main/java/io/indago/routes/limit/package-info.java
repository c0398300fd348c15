/** How many requests a user and a client may make in which time, and who is told to come back later. */
@NullMarked
package io.indago.routes.limit;

import org.jspecify.annotations.NullMarked;
