/**
 * Google Safe Browsing: whether a URL, or the page at the top of a host, is on Google's lists of dangerous ones.
 *
 * <p>Read in the order {@link io.indago.plugins.googlesafebrowsing.SafeBrowsingPlugin} → {@code SafeBrowsingFactory} →
 * {@code SafeBrowsingProvider} → {@code Threat} → {@code SafeBrowsingReport}. Asked is
 * <a href="https://developers.google.com/safe-browsing/reference/rest/v5/urls/search">version 5</a>, which answers in
 * protobuf whatever its reference shows, or <a href="https://developers.google.com/safe-browsing/v4/lookup-api">version
 * 4</a>, which answers in JSON and ends in March 2027.
 */
@NullMarked
package io.indago.plugins.googlesafebrowsing;

import org.jspecify.annotations.NullMarked;
