/**
 * Shodan: what an address has open to the internet, from scans it made earlier. Nothing is scanned on our behalf.
 *
 * <p>Read in the order {@link io.indago.plugins.shodan.ShodanPlugin} → {@code ShodanFactory} → {@code ShodanProvider} →
 * {@code ShodanReport}. With a key the <a href="https://developer.shodan.io/api">REST API</a> is asked, without one
 * <a href="https://internetdb.shodan.io/docs">InternetDB</a>, which answers with less of the same members.
 */
@NullMarked
package io.indago.plugins.shodan;

import org.jspecify.annotations.NullMarked;
