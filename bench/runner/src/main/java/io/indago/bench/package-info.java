/**
 * Measures the hub from outside: {@link io.indago.bench.Bench} starts everything, {@link io.indago.bench.Load} asks and
 * verifies, {@link io.indago.bench.ResultTable} tells. {@link io.indago.bench.MockProviders} and
 * {@link io.indago.bench.RawBound} are processes of their own.
 */
@NullMarked
package io.indago.bench;

import org.jspecify.annotations.NullMarked;
