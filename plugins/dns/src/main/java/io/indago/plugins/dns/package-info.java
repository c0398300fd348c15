/**
 * DNS and reverse DNS, asked of a public resolver over HTTPS.
 *
 * <p>Read in the order {@link io.indago.plugins.dns.DnsPlugin} → {@code DnsFactory} → {@code DnsProvider} →
 * {@code DnsReport}. Answers come in the JSON form both resolvers share
 * (<a href="https://developers.google.com/speed/public-dns/docs/doh/json">Google</a>,
 * <a href="https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/">Cloudflare</a>),
 * not in the wire format of RFC 8484. What they contain is written by whoever owns the name, who may be an attacker.
 *
 * <p>A block list is asked in the same way: {@code SpamhausFactory} → {@code SpamhausProvider} → {@code SpamhausReport}.
 */
@NullMarked
package io.indago.plugins.dns;

import org.jspecify.annotations.NullMarked;
