/**
 * IBM X-Force Exchange: what IBM's crawlers, spam traps and analysts think of addresses, pages and files, and what its
 * database has on a vulnerability.
 *
 * <p>Read in the order {@link io.indago.plugins.xforce.XForcePlugin} → {@code XForceFactory} → {@code XForceProvider} →
 * {@code ReputationReport}, {@code MalwareReport} and {@code VulnerabilityReport}. Formats are those of the
 * <a href="https://api.xforce.ibmcloud.com/doc/">X-Force Exchange API</a>.
 */
@NullMarked
package io.indago.plugins.xforce;

import org.jspecify.annotations.NullMarked;
