/**
 * From what people paste to what may be looked up.
 *
 * <p>{@link io.indago.indicator.IndicatorParser} takes one piece of text, plain or defanged, and answers a
 * {@link io.indago.indicator.ParsedIndicator}: its type, one canonical spelling, the spelling that may leave the house,
 * and everything worth a warning; or it throws an {@link io.indago.indicator.InvalidIndicatorException} that says what
 * the text looks like and what was expected. {@link io.indago.indicator.ReservedPolicy} knows what must never be sent
 * to strangers; {@link io.indago.indicator.Defang} writes an indicator so that nobody clicks it by accident.
 *
 * <p>How a text travels:
 *
 * <ol>
 *   <li>The length is capped before anything else looks at it.
 *   <li>The text is read as it stands: {@code CveReader}, {@code AsnReader}, {@code CidrReader} and {@code EmailReader}
 *       come first, because to the others a CVE id is a host name, a network a path and an e-mail address half a URL;
 *       {@code LookAlikes} names what we know but do not support; {@code HashReader}, {@code AddressReader},
 *       {@code UrlReader} and {@code DomainReader} each claim and read their own.
 *   <li>Only if that fails it is refanged ({@code Folding}, {@code Trimming}, {@code Refang}) and read once more.
 * </ol>
 *
 * <p>Everything here is a pure function of its input: no network, no clock, no files but the tables inside the jars.
 * The input is hostile, so every scanner is hand-written, runs in time proportional to the capped length, and a test
 * bans regular expressions. Canonical forms are fixed points: parsing a canonical value gives it back.
 *
 * <p>The public-suffix list is the one bundled in Guava 33.5.0 (released September 2025), both its ICANN and its
 * private section; Unicode data (UTS 46, confusables) is that of ICU4J 78.1 (Unicode 17). Neither is ever fetched: to
 * bring them up to date, raise the version.
 */
@NullMarked
package io.indago.indicator;

import org.jspecify.annotations.NullMarked;
