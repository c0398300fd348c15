package io.indago.plugins.dns;

import io.indago.spi.Indicator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to ask the DNS about an indicator: a name, and the types of record wanted of it. */
record Question(String name, List<RecordType> types) {
    private static final List<RecordType> OF_A_NAME =
            List.of(RecordType.A, RecordType.AAAA, RecordType.MX, RecordType.TXT);

    /** Who takes its mail, and who may send it. */
    private static final List<RecordType> OF_A_MAIL_DOMAIN = List.of(RecordType.MX, RecordType.TXT);

    /** The authority's host, RFC 3986 section 3.2.2. {@link java.net.URI} would refuse hosts with an underscore. */
    private static final Pattern URL_HOST =
            Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/?#@]*@)?(?:\\[([^]]*)]|([^/?#:\\[\\]]+))");

    /** Empty when the DNS has nothing to say: a URL's host that is no name of the public DNS, such as {@code intranet}. */
    static Optional<Question> of(Indicator indicator) {
        return switch (indicator.type()) {
            case IPV4, IPV6, DOMAIN, FQDN -> ofHost(indicator.value());
            case EMAIL -> ofMailDomain(indicator.value());
            case URL -> host(indicator.value()).flatMap(Question::ofHost);
            default ->
                throw new IllegalArgumentException(
                        "the DNS knows no " + indicator.type().id());
        };
    }

    private static Optional<Question> ofHost(String host) {
        return IpAddress.parse(host)
                .map(address -> new Question(address.reverseName(), List.of(RecordType.PTR)))
                .or(() -> HostName.parse(host).map(name -> new Question(name, OF_A_NAME)));
    }

    /** Of an e-mail address nothing is asked but its domain: who has it is no business of the DNS. */
    private static Optional<Question> ofMailDomain(String address) {
        return HostName.parse(address.substring(address.lastIndexOf('@') + 1))
                .map(name -> new Question(name, OF_A_MAIL_DOMAIN));
    }

    private static Optional<String> host(String url) {
        Matcher matcher = URL_HOST.matcher(url);
        return matcher.lookingAt()
                ? Optional.ofNullable(matcher.group(1)).or(() -> Optional.of(matcher.group(2)))
                : Optional.empty();
    }
}
