package io.indago.plugins.dns;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.List;
import java.util.Optional;

/**
 * A resolver's answer to one question.
 *
 * @param status the response code, RFC 1035 section 4.1.1 ({@code RCODE})
 * @param records the answer section without what says nothing; empty unless the status is {@link #NO_ERROR}
 */
record DnsReply(int status, List<DnsRecord> records) {
    static final int NO_ERROR = 0;
    static final int SERVER_FAILURE = 2;
    static final int NAME_ERROR = 3;
    static final int REFUSED = 5;

    DnsReply {
        records = List.copyOf(records);
    }

    /**
     * Reads {@code {"Status": 0, "Answer": [{"type": 1, "data": "192.0.2.1"}, …]}}.
     *
     * @throws ProviderException when it has no status
     */
    static DnsReply of(JsonView body) {
        long status = body.integerAt("/Status", -1);
        if (status < 0 || status > 0xfff) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "The resolver's reply has no DNS response code at /Status");
        }
        List<DnsRecord> records = status == NO_ERROR
                ? body.at("/Answer").items().stream()
                        .map(DnsRecord::of)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
        return new DnsReply((int) status, records);
    }

    /** Why there is no answer; empty when there is one, or certainty that there is nothing to answer. */
    Optional<ProviderException> failure() {
        return switch (status) {
            case NO_ERROR, NAME_ERROR -> Optional.empty();
            case SERVER_FAILURE -> Optional.of(unavailable("SERVFAIL: the name's servers give no valid answer"));
            case REFUSED -> Optional.of(unavailable("REFUSED: the resolver or the name's servers won't answer"));
            default ->
                Optional.of(ProviderException.of(
                        ErrorKind.BAD_REPLY, "The resolver answers with the DNS response code " + status));
        };
    }

    private static ProviderException unavailable(String message) {
        return ProviderException.of(ErrorKind.UNAVAILABLE, message);
    }
}
