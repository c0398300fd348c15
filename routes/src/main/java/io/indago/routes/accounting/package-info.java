/** Who asked what of whom, when, and how much came back: recorded before anything leaves, kept exactly once. */
@NullMarked
package io.indago.routes.accounting;

import org.jspecify.annotations.NullMarked;
