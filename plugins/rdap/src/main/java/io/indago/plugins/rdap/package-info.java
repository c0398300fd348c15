/**
 * RDAP, the successor of WHOIS: who registered a domain, a network or an autonomous system, with whom and when.
 *
 * <p>Read in the order {@link io.indago.plugins.rdap.RdapPlugin} → {@code RdapFactory} → {@code RdapProvider} →
 * {@code Bootstrap}, {@code RdapReport}. IANA tells which server knows a name or number (RFC 9224), the server is asked
 * (RFC 9082) if it is one of {@code RdapServers}, and may refer to another of them; replies are those of RFC 9083.
 */
@NullMarked
package io.indago.plugins.rdap;

import org.jspecify.annotations.NullMarked;
