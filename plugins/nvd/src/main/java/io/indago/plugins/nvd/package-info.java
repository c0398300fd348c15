/**
 * The National Vulnerability Database: how grave a vulnerability is, what it is in, and whether it is exploited. There are
 * facts and no opinion: a vulnerability is not malicious, those who exploit it are.
 *
 * <p>Read in the order {@link io.indago.plugins.nvd.NvdPlugin} → {@code NvdFactory} → {@code NvdProvider} →
 * {@code NvdReport}. Formats are those of the <a href="https://nvd.nist.gov/developers/vulnerabilities">CVE API</a> 2.0.
 * Its records tell what CISA's catalogue of known exploited vulnerabilities has on them.
 */
@NullMarked
package io.indago.plugins.nvd;

import org.jspecify.annotations.NullMarked;
