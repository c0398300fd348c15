/**
 * The contract between Indago and its plugins.
 *
 * <p>Start at {@link io.indago.spi.Plugin}, which a jar offers through {@code META-INF/services}; it names
 * {@linkplain io.indago.spi.ProviderFactory factories}, which declare a {@linkplain io.indago.spi.ProviderSpec provider}
 * and create it. A {@link io.indago.spi.Provider} is nearly always pure: asked about an
 * {@link io.indago.spi.Indicator} it answers the next {@link io.indago.spi.Step}, and the host performs it.
 *
 * <p>Nothing here is ever null. What may be absent is an {@link java.util.Optional} or an empty collection, and says
 * what its absence means. Types are immutable and safe for use by several threads unless they say otherwise. Data is
 * made by static factories and builders, so that a later minor version can add to it.
 */
@NullMarked
package io.indago.spi;

import org.jspecify.annotations.NullMarked;
