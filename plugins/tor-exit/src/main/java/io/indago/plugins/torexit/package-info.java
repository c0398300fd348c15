/**
 * The Tor Project's list of exits: whether an address is one. The list is fetched now and then and matched here, so that
 * nobody learns which address was asked about.
 *
 * <p>Read in the order {@link io.indago.plugins.torexit.TorExitPlugin} → {@code TorExitFactory} → {@code TorExitProvider} →
 * {@code ExitList}. The format is that of <a href="https://check.torproject.org/exit-addresses">exit-addresses</a>.
 */
@NullMarked
package io.indago.plugins.torexit;

import org.jspecify.annotations.NullMarked;
