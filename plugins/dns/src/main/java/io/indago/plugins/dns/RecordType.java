package io.indago.plugins.dns;

import java.util.Arrays;
import java.util.Optional;

/** The types of record that have a name here, with their numbers in IANA's registry "Resource Record (RR) TYPEs". */
enum RecordType {
    A(1),
    NS(2),
    CNAME(5),
    SOA(6),
    PTR(12),
    /** What answers a question for any type nowadays (RFC 8482): says nothing. */
    HINFO(13),
    MX(15),
    TXT(16),
    AAAA(28),
    /** The signature of other records (RFC 4034): the resolver has checked it. */
    RRSIG(46),
    CAA(257);

    private final int number;

    RecordType(int number) {
        this.number = number;
    }

    static Optional<RecordType> ofNumber(long number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    /** The type's name, or {@code TYPE65} (RFC 3597) for one without a name here. */
    static String nameOf(long number) {
        return ofNumber(number).map(Enum::name).orElse("TYPE" + number);
    }

    static boolean isNoise(long number) {
        return number == HINFO.number || number == RRSIG.number;
    }
}
