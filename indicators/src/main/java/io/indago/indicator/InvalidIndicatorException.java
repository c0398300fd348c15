package io.indago.indicator;

import static java.util.Objects.requireNonNull;

/**
 * The text is no indicator we accept. The message names the text (shortened, without credentials or query, control
 * characters escaped), what it looks like and what was expected; it is fit for a caller and for a log.
 *
 * <p>The {@link #code()} is one of:
 *
 * <ul>
 *   <li>{@code empty}, {@code too_long}, {@code unrecognised}: nothing to read, too much, or nothing we know
 *   <li>{@code unsupported_type}: we know what it is (a MAC address, a UUID), but cannot look it up yet
 *   <li>{@code wrong_type}: a good indicator, but not of a type the caller expected
 *   <li>{@code invalid_ipv4}, {@code invalid_ipv6}, {@code invalid_cidr}, {@code invalid_name}, {@code invalid_url},
 *       {@code invalid_email}, {@code invalid_cve}, {@code invalid_asn}: almost one of these
 *   <li>{@code network_too_large}: a network of half the internet, which is a mistake
 *   <li>{@code unsupported_scheme}, {@code missing_scheme}: a URL we do not take, or one without its {@code https://}
 *   <li>{@code public_suffix}, {@code not_public_suffix}: a bare suffix such as {@code co.uk}, or a name that ends in
 *       none
 *   <li>{@code hash_length}: hexadecimal, but no hash is that long
 *   <li>{@code empty_file}: the hash of zero bytes; every provider knows it and it means nothing
 * </ul>
 *
 * @since 1.0
 */
public final class InvalidIndicatorException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    InvalidIndicatorException(Fault fault, String text, String reason) {
        super("'" + Shown.of(text) + "' " + reason);
        this.fault = requireNonNull(fault, "fault");
    }

    /** What is wrong, for programs. */
    public String code() {
        return fault.code();
    }

    Fault fault() {
        return fault;
    }
}
