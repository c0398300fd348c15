/**
 * MISP: asks the operator's own instance what it has on an indicator, and puts enrichments there, one event per
 * indicator.
 *
 * <p>Read in the order {@link io.indago.plugins.misp.MispPlugin} → {@code MispFactory} → {@code MispProvider} →
 * {@code MispReport} for what it is asked, and {@code MispPushFactory} → {@code MispConnector} → {@code Draft} →
 * {@code StoredEvent} for what it is told. Formats are those of the
 * <a href="https://www.misp-project.org/openapi/">REST API</a> of MISP 2.4 and 2.5.
 */
@NullMarked
package io.indago.plugins.misp;

import org.jspecify.annotations.NullMarked;
