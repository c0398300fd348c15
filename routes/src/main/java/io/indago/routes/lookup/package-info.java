/** One indicator asked of many providers: planned, fanned out, aggregated, judged. What decides is pure; routes only join. */
@NullMarked
package io.indago.routes.lookup;

import org.jspecify.annotations.NullMarked;
