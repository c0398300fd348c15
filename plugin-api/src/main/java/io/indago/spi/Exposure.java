package io.indago.spi;

/**
 * What asking a provider reveals, and to whom: the least first. It decides under which PAP a provider may be asked.
 *
 * @since 1.0
 */
public enum Exposure {
    /** Nothing leaves: a list or database on our side. */
    LOCAL,
    /** Only the provider sees the question. */
    VENDOR,
    /** The indicator's owner can notice: live DNS, a visit, a WHOIS referral. */
    TARGET,
    /** The indicator becomes visible to others: a public scan or submission. */
    PUBLIC
}
