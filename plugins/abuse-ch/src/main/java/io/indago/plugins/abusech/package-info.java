/**
 * Two services of abuse.ch: ThreatFox collects what malware talks to, and URLhaus where it is downloaded from.
 *
 * <p>Read in the order {@link io.indago.plugins.abusech.AbuseChPlugin} → {@code Service} → {@code AbuseChProvider} →
 * {@code QueryStatus}, then a service of your choice. Both take the same key in the same header, answer 200 to nearly
 * everything and say in {@code query_status} what it means: see the APIs of
 * <a href="https://threatfox.abuse.ch/api/">ThreatFox</a> and
 * <a href="https://urlhaus-api.abuse.ch/">URLhaus</a>.
 */
@NullMarked
package io.indago.plugins.abusech;

import org.jspecify.annotations.NullMarked;
