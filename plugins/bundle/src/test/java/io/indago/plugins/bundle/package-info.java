/** Tests of all plugins together, as they come with the hub. */
@NullMarked
package io.indago.plugins.bundle;

import org.jspecify.annotations.NullMarked;
