/** The plugin host as the routes see it. */
@NullMarked
package io.indago.hub.plugin;

import org.jspecify.annotations.NullMarked;
