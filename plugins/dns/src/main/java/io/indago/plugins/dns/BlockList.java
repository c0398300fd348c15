package io.indago.plugins.dns;

import io.indago.spi.Indicator;
import io.indago.spi.Secret;
import java.util.Optional;

/** One of Spamhaus' lists, and the zone in which a name of it answers whether it has something. */
enum BlockList {
    /** Addresses. */
    ZEN("zen"),
    /** Names. */
    DBL("dbl");

    private final String zone;

    BlockList(String zone) {
        this.zone = zone;
    }

    /**
     * An entry that may be in a list.
     *
     * @param label the name, or the address backwards: octets or nibbles
     */
    record Entry(BlockList list, String label) {
        /** Always listed, RFC 5782 section 5. */
        static final Entry TEST = new Entry(ZEN, "2.0.0.127");

        /** Empty for a URL whose host is no public name or address. */
        static Optional<Entry> of(Indicator indicator) {
            return Question.of(indicator)
                    .map(question -> question.types().contains(RecordType.PTR)
                            ? new Entry(ZEN, question.name().replaceFirst("\\.(in-addr|ip6)\\.arpa$", ""))
                            : new Entry(DBL, question.name()));
        }

        /** The whole name, with the key in it. */
        Secret name(Secret key) {
            return Secret.of(key.name(), label + "." + key.reveal() + "." + list.zone + ".dq.spamhaus.net");
        }
    }
}
