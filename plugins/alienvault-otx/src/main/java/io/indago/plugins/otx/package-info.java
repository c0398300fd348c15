/**
 * AlienVault OTX: in which reports of its community, called pulses, an indicator is mentioned, and what its own systems
 * know about it.
 *
 * <p>Read in the order {@link io.indago.plugins.otx.OtxPlugin} → {@code OtxFactory} → {@code OtxProvider} →
 * {@code OtxReport}. Formats are those of the <a href="https://otx.alienvault.com/api">DirectConnect API</a>, which keeps
 * what it knows of an indicator in sections, each at an address of its own.
 */
@NullMarked
package io.indago.plugins.otx;

import org.jspecify.annotations.NullMarked;
