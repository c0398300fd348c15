/**
 * The Exploit Prediction Scoring System of FIRST: how likely it is that a vulnerability is exploited within 30 days. A
 * probability, and no opinion: a vulnerability is not malicious, those who exploit it are.
 *
 * <p>Read in the order {@link io.indago.plugins.epss.EpssPlugin} → {@code EpssFactory} → {@code EpssProvider} →
 * {@code EpssReport}. Formats are those of the <a href="https://www.first.org/epss/api">EPSS API</a>.
 */
@NullMarked
package io.indago.plugins.epss;

import org.jspecify.annotations.NullMarked;
