/** Makes the project of a new plugin, outside the checkout, which needs a JDK and Maven alone. */
@NullMarked
package io.indago.archetype;

import org.jspecify.annotations.NullMarked;
