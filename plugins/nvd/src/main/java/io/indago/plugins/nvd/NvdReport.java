package io.indago.plugins.nvd;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code {"totalResults": 1, "vulnerabilities": [{"cve": {"id": …, "metrics": {…}, …}}]}}. */
final class NvdReport {
    private static final String LIST = "/vulnerabilities";
    private static final int KNOWN_EXPLOITED = 95;

    private final JsonView cve;
    private final Optional<Cvss> cvss;

    private NvdReport(JsonView cve) {
        this.cve = cve;
        cvss = Cvss.of(cve.at("/metrics"));
    }

    static boolean isAnswer(HttpReply reply) {
        return reply.status() == 200 && reply.json().at(LIST).kind() == JsonView.Kind.ARRAY;
    }

    /**
     * The report in that body.
     *
     * @throws ProviderException when it is no answer of the CVE API
     */
    static Report of(String id, JsonView body) {
        if (body.at(LIST).kind() != JsonView.Kind.ARRAY) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "NVD's reply has no array at " + LIST);
        }
        return body.at(LIST).items().stream()
                .map(item -> item.at("/cve"))
                .filter(cve -> id.equalsIgnoreCase(cve.textAt("/id", "")))
                .findFirst()
                .map(cve -> new NvdReport(cve).read(id))
                .orElseGet(() -> Report.noData("NVD has no such CVE"));
    }

    private Report read(String id) {
        Report.Builder report =
                Report.hit(summary()).tags(tags()).reference(URI.create("https://nvd.nist.gov/vuln/detail/" + id));
        evidence().forEach(report::evidence);
        text("/published").ifPresent(report::firstSeen);
        text("/lastModified").ifPresent(report::lastSeen);
        return report.build();
    }

    private String summary() {
        if (isRejected()) {
            return "Rejected: this CVE's name is not to be used";
        }
        return cvss.map(Cvss::text).orElse("Not scored yet") + (isKnownExploited() ? ", known to be exploited" : "");
    }

    private List<Evidence> evidence() {
        return Stream.of(
                        cvss.map(Cvss::evidence),
                        knownExploited(),
                        severity(),
                        description(),
                        Evidence.listing("weaknesses", "its kind is ", weaknesses()),
                        Evidence.listing("products", "it is in ", Products.of(cve.at("/configurations"))),
                        text("/vulnStatus").map(status -> Evidence.of("status", "NVD's record of it is: " + status)
                                .value(status)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** On the scale of opinions, without being one. */
    private Optional<Evidence> severity() {
        int scored = cvss.map(score -> (int) Math.round(score.score() * 10)).orElse(0);
        int severity = isKnownExploited() ? Math.max(scored, KNOWN_EXPLOITED) : scored;
        return severity == 0
                ? Optional.empty()
                : Optional.of(Evidence.of("severity", "its severity is " + severity + " of 100")
                        .value(Integer.toString(severity)));
    }

    private Optional<Evidence> knownExploited() {
        return text("/cisaExploitAdd").map(day -> Evidence.of(
                        "kev",
                        "CISA lists it among the known exploited vulnerabilities"
                                + text("/cisaRequiredAction").map(": "::concat).orElse(""))
                .observedAt(day));
    }

    private boolean isKnownExploited() {
        return text("/cisaExploitAdd").isPresent();
    }

    private boolean isRejected() {
        return cve.textAt("/vulnStatus", "").equals("Rejected");
    }

    private Optional<Evidence> description() {
        List<JsonView> all = cve.at("/descriptions").items();
        return Stream.concat(
                        all.stream().filter(text -> text.textAt("/lang", "").startsWith("en")), all.stream())
                .flatMap(text -> text.at("/value").text().stream())
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> Evidence.of("description", text));
    }

    /** {@code CWE-79}; NVD also has words for not knowing. */
    private List<String> weaknesses() {
        return cve.at("/weaknesses").items().stream()
                .flatMap(weakness -> weakness.at("/description").items().stream())
                .flatMap(name -> name.at("/value").text().stream())
                .filter(name -> name.startsWith("CWE-"))
                .distinct()
                .toList();
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>();
        if (isKnownExploited()) {
            tags.add("known-exploited");
        }
        cve.at("/cveTags")
                .items()
                .forEach(source -> tags.addAll(source.at("/tags").texts()));
        return tags;
    }

    private Optional<String> text(String pointer) {
        return cve.at(pointer).text().filter(text -> !text.isBlank());
    }
}
