/**
 * The contract between Indago and its plugins.
 *
 * <p>Start at {@link io.indago.spi.Plugin}, which a jar offers through {@code META-INF/services}; it names
 * {@linkplain io.indago.spi.ProviderFactory factories}, which declare a {@linkplain io.indago.spi.ProviderSpec provider}
 * and create it. A {@link io.indago.spi.Provider} is nearly always pure: asked about an
 * {@link io.indago.spi.Indicator} it answers the next {@link io.indago.spi.Step}, and the host performs it.
 *
 * <p>A {@link io.indago.spi.Connector} is told results in the same way: it answers the steps that put an
 * {@link io.indago.spi.Enrichment} where it belongs.
 *
 * <p>Nothing here is ever null. What may be absent is an {@link java.util.Optional} or an empty collection, and says
 * what its absence means. Types are immutable and safe for use by several threads unless they say otherwise. Data is
 * made by static factories and builders, so that a later minor version can add to it.
 *
 * <p>The version of this API is written into a plugin's manifest as {@code Indago-Api-Version}. A plugin runs on every hub of
 * the same major version whose minor is not older. A minor version may add types, methods and enum constants, and never
 * changes or removes one; the host hands a plugin no {@link io.indago.spi.IndicatorType} newer than the version it declared.
 */
@NullMarked
package io.indago.spi;

import org.jspecify.annotations.NullMarked;
