/** A provider that works as hard as a real one: one call, ten fields, evidence, tags. */
@NullMarked
package io.indago.bench.provider;

import org.jspecify.annotations.NullMarked;
