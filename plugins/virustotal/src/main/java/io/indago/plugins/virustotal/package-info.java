/**
 * VirusTotal: what some ninety engines say about a file, URL, domain or address.
 *
 * <p>Read in the order {@link io.indago.plugins.virustotal.VirusTotalPlugin} → {@code VirusTotalFactory} →
 * {@code VirusTotalProvider}; the rest reads the reply. Formats are those of the
 * <a href="https://docs.virustotal.com/reference/overview">VirusTotal API v3</a>.
 */
@NullMarked
package io.indago.plugins.virustotal;

import org.jspecify.annotations.NullMarked;
