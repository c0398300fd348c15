/**
 * ThreatMiner: which reports and samples mention an address, a name or a file. It has been out of order for long spells, so
 * that it is asked only where an operator wants it.
 *
 * <p>Read in the order {@link io.indago.plugins.threatminer.ThreatMinerPlugin} → {@code ThreatMinerFactory} →
 * {@code ThreatMinerProvider} → {@code Findings} → {@code ThreatMinerReport}. Formats are those of the
 * <a href="https://www.threatminer.org/api.php">ThreatMiner API</a>, which answers 200 to everything and says in the body
 * what it means.
 */
@NullMarked
package io.indago.plugins.threatminer;

import org.jspecify.annotations.NullMarked;
