/**
 * Pulsedive: how risky an address, a name or a URL is, and from which feeds, threats and properties that follows. What is
 * stored is looked up; nothing is submitted, since a submission is visible to everybody.
 *
 * <p>Read in the order {@link io.indago.plugins.pulsedive.PulsedivePlugin} → {@code PulsediveFactory} →
 * {@code PulsediveProvider} → {@code PulsediveReport}. Formats are those of the
 * <a href="https://pulsedive.com/api/">Pulsedive API</a>.
 */
@NullMarked
package io.indago.plugins.pulsedive;

import org.jspecify.annotations.NullMarked;
