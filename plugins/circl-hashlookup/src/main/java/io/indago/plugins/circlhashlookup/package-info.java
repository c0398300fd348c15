/**
 * CIRCL hashlookup: files that are known, most of them because a distribution or vendor ships them.
 *
 * <p>Read in the order {@link io.indago.plugins.circlhashlookup.HashlookupPlugin} → {@code HashlookupFactory} →
 * {@code HashlookupProvider} → {@code HashlookupReport}. Formats are those of the
 * <a href="https://www.circl.lu/services/hashlookup/">hashlookup API</a>.
 */
@NullMarked
package io.indago.plugins.circlhashlookup;

import org.jspecify.annotations.NullMarked;
