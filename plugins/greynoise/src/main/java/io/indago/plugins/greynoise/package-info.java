/**
 * GreyNoise: whether an address scans the whole internet, and whether it belongs to a business everybody uses; and whether
 * a vulnerability is exploited there.
 *
 * <p>Read in the order {@link io.indago.plugins.greynoise.GreyNoisePlugin} → {@code GreyNoiseFactory} →
 * {@code GreyNoiseProvider} → {@code GreyNoiseReport} and {@code VulnerabilityReport}. Formats are those of the
 * <a href="https://docs.greynoise.io/reference/get_v3-community-ip">community</a> and
 * <a href="https://docs.greynoise.io/docs/v2-v3-api-migration-matrix">IP lookup</a> endpoints of version 3, those of
 * version 2, which says the same in other places, and the
 * <a href="https://docs.greynoise.io/docs/cve-response">CVE</a> endpoint, which is of version 1 still.
 */
@NullMarked
package io.indago.plugins.greynoise;

import org.jspecify.annotations.NullMarked;
