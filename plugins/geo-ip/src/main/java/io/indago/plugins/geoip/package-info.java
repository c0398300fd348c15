/**
 * Where an address is, and whose network it is in: three services that know it, each a provider of its own.
 *
 * <p>Read in the order {@link io.indago.plugins.geoip.GeoIpPlugin} → {@code IpInfoFactory} → {@code IpInfoProvider} →
 * {@code IpInfoReport} → {@code Whereabouts}; the others are made alike. Formats are those of
 * <a href="https://ipinfo.io/developers">ipinfo</a>, <a href="https://ip-api.com/docs/api:json">ip-api</a> and
 * <a href="https://ip.circl.lu/">CIRCL</a>. None has an opinion: being somewhere is no offence.
 */
@NullMarked
package io.indago.plugins.geoip;

import org.jspecify.annotations.NullMarked;
