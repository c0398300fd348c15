/**
 * Intelligence X: where an indicator is mentioned in leaks, pastes and other places that are hard to search.
 *
 * <p>Read in the order {@link io.indago.plugins.intelx.IntelxPlugin} → {@code IntelxFactory} → {@code IntelxProvider} →
 * {@code Found} → {@code IntelxReport}. A <a href="https://github.com/IntelligenceX/SDK">search</a> is started, and then
 * asked for what it has found since it was last asked. What is found is often personal data: no contents are read.
 */
@NullMarked
package io.indago.plugins.intelx;

import org.jspecify.annotations.NullMarked;
