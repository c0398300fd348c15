/** From an indicator to the calls that ask about it. */
@NullMarked
package io.indago.toolkit.request;

import org.jspecify.annotations.NullMarked;
