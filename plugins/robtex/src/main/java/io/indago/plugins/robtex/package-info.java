/**
 * Robtex: which names an address had, which addresses a name, and which networks an autonomous system announces.
 *
 * <p>Read in the order {@link io.indago.plugins.robtex.RobtexPlugin} → {@code RobtexFactory} → {@code RobtexProvider} →
 * {@code AddressReport}, {@code NameReport}, {@code SystemReport}. Formats are those of the
 * <a href="https://www.robtex.com/api/">Robtex API</a>; answers about names are JSON by the line.
 */
@NullMarked
package io.indago.plugins.robtex;

import org.jspecify.annotations.NullMarked;
