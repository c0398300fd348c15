/**
 * urlscan.io: what its browsers saw when they visited a page. The provider {@code urlscan} searches the scans of others,
 * {@code urlscan-scan} has a page visited; it is off unless the operator turns it on.
 *
 * <p>Read in the order {@link io.indago.plugins.urlscan.UrlscanPlugin} → {@code SearchFactory} → {@code SearchProvider} →
 * {@code Query} → {@code SearchReport} → {@code Scan}. A row of the <a href="https://docs.urlscan.io/apis/urlscan-openapi">search</a>
 * and a scan's whole result have members of the same names, and any of them may be missing.
 */
@NullMarked
package io.indago.plugins.urlscan;

import org.jspecify.annotations.NullMarked;
