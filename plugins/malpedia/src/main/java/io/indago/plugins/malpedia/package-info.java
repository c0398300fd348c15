/**
 * Malpedia, Fraunhofer FKIE's catalogue of malware: which family a file belongs to, and what is known about the family.
 * Samples are neither downloaded nor submitted.
 *
 * <p>Read in the order {@link io.indago.plugins.malpedia.MalpediaPlugin} → {@code MalpediaFactory} →
 * {@code MalpediaProvider} → {@code Sample} → {@code MalpediaReport}. Formats are those of the
 * <a href="https://malpedia.caad.fkie.fraunhofer.de/usage/api">Malpedia API</a>.
 */
@NullMarked
package io.indago.plugins.malpedia;

import org.jspecify.annotations.NullMarked;
