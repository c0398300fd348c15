/**
 * Censys: what an address has open to the internet, from scans it made earlier, and what of it is known to be hostile.
 *
 * <p>Read in the order {@link io.indago.plugins.censys.CensysPlugin} → {@code CensysFactory} → {@code CensysProvider} →
 * {@code CensysReport}. Asked is the <a href="https://docs.censys.com/reference/get-started">Platform API</a>; the shape
 * of the older Search API, which is being retired, is read too.
 */
@NullMarked
package io.indago.plugins.censys;

import org.jspecify.annotations.NullMarked;
