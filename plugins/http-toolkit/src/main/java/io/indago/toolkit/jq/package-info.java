/** Expressions in jq, with limits. */
@NullMarked
package io.indago.toolkit.jq;

import org.jspecify.annotations.NullMarked;
