/** The hub's settings, and its parts put together. */
@NullMarked
package io.indago.hub.config;

import org.jspecify.annotations.NullMarked;
