package io.indago.spi;

import static java.util.Objects.requireNonNull;

/**
 * Another indicator a provider connects with the one asked about. Not parsed: what the provider said. A report leaves out
 * what could not be one of its type.
 *
 * <p>The relation says what the other one is to the one asked about. Where two providers use the same word for the same
 * relation, their related indicators are merged, so use one of these where it fits:
 *
 * <ul>
 *   <li>{@code resolves-to}: the address of a name, now or once
 *   <li>{@code name}: a name of an address: in reverse DNS, or one that resolves to it, now or once
 *   <li>{@code alias-of}: the name its CNAME record has
 *   <li>{@code alias}: a name whose CNAME record has it
 *   <li>{@code subdomain}: a name below it
 *   <li>{@code mail-server}: of its MX record
 *   <li>{@code name-server}: of its NS record, or registered so
 *   <li>{@code same-certificate}: a name that shares a certificate with it
 *   <li>{@code operator}: the domain of who runs it
 *   <li>{@code network}: a network of an autonomous system
 *   <li>{@code announced-by}: the autonomous system of an address or a network
 *   <li>{@code hosts}: a URL or a name that is there
 *   <li>{@code redirects-to}: the URL it sends visitors on to
 *   <li>{@code seen-on}: a page it is part of
 *   <li>{@code same-file}: another hash of the same file
 *   <li>{@code contained-in}: a file it is part of
 *   <li>{@code delivers}: a file one gets there
 *   <li>{@code downloaded-from}: where one gets the file
 *   <li>{@code downloads}: what the file, when run, gets more files from
 *   <li>{@code contacts}: what the file, when run, or the page talks to
 *   <li>{@code contacted-by}: a file that, when run, talks to it
 *   <li>{@code c2}: what controls the malware that the file is
 *   <li>{@code malware-seen-there}: a file of malware that was seen at it, in whatever role
 *   <li>{@code linked}: what analysts have linked it with in a platform of their own, in whatever way
 * </ul>
 *
 * @since 1.0
 */
public final class Related {
    private final IndicatorType type;
    private final String value;
    private final String relation;

    private Related(IndicatorType type, String value, String relation) {
        this.type = requireNonNull(type, "type");
        this.value = requireNonNull(value, "value");
        this.relation = requireNonNull(relation, "relation");
    }

    /**
     * A related indicator.
     *
     * @param relation how, in lower-case words with hyphens, {@code resolves-to}; the class lists the usual ones
     */
    public static Related of(IndicatorType type, String value, String relation) {
        return new Related(type, value, relation);
    }

    public IndicatorType type() {
        return type;
    }

    public String value() {
        return value;
    }

    public String relation() {
        return relation;
    }
}
