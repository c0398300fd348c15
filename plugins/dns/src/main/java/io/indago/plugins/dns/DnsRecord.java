package io.indago.plugins.dns;

import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import java.util.Locale;
import java.util.Optional;

/**
 * A record of an answer. Its data is whatever the name's owner wrote: text to show, and an indicator only where it is
 * well-formed.
 *
 * @param type the type's number
 * @param data in the presentation format of RFC 1035 section 5.1
 */
record DnsRecord(int type, String data) {
    private static final int MAX_TYPE = 0xffff;

    /** Empty when it is malformed, or says nothing. */
    static Optional<DnsRecord> of(JsonView answer) {
        long type = answer.integerAt("/type", 0);
        if (type < 1 || type > MAX_TYPE || RecordType.isNoise(type)) {
            return Optional.empty();
        }
        return answer.at("/data").text().map(data -> new DnsRecord((int) type, data));
    }

    String typeName() {
        return RecordType.nameOf(type);
    }

    Evidence evidence() {
        String shown = is(RecordType.TXT) ? CharacterStrings.join(data) : data;
        return Evidence.of(typeName().toLowerCase(Locale.ROOT), typeName() + " " + shown)
                .value(shown);
    }

    /** The address of an A or AAAA record; empty for others, and for text that is none. */
    Optional<IpAddress> address() {
        return is(RecordType.A) || is(RecordType.AAAA) ? IpAddress.parse(data) : Optional.empty();
    }

    /** The indicator it points at; empty when it points at none, or not at a well-formed one. */
    Optional<Related> related() {
        return RecordType.ofNumber(type).flatMap(known -> switch (known) {
            case A, AAAA -> address().map(to -> Related.of(to.type(), to.text(), "resolves-to"));
            case CNAME -> host(data, "alias-of");
            case MX -> host(data.substring(data.indexOf(' ') + 1), "mail-server");
            case PTR -> host(data, "name");
            case NS -> host(data, "name-server");
            case SOA, HINFO, TXT, RRSIG, CAA -> Optional.empty();
        });
    }

    private static Optional<Related> host(String name, String relation) {
        return HostName.parse(name).map(host -> Related.of(IndicatorType.FQDN, host, relation));
    }

    private boolean is(RecordType known) {
        return RecordType.ofNumber(type).filter(known::equals).isPresent();
    }
}
