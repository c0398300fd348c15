package io.indago.plugins.shodan;

import io.indago.spi.JsonView;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The CVEs of a host: of the whole or of its services, a list or an object with a CVE for each key. */
final class Vulnerabilities {
    /** Shodan marks with an exclamation mark what it checked and did not find. */
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,10}");

    private Vulnerabilities() {}

    /** Each once, the newest first. */
    static List<String> of(JsonView host) {
        return Stream.concat(Stream.of(host), host.at("/data").items().stream())
                .map(view -> view.at("/vulns"))
                .flatMap(vulns -> Stream.concat(vulns.texts().stream(), vulns.fields().keySet().stream()))
                .filter(CVE.asMatchPredicate())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
