package io.indago.plugins.abusech;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a URL with its payloads, a host with its URLs, or a payload with its URLs. */
final class UrlHausReport {
    private static final String WEBSITE = "https://urlhaus\\.abuse\\.ch/[A-Za-z0-9._~:/?=&-]{1,300}";

    private UrlHausReport() {}

    /** The report of {@code {"url": …, "url_status": "online", "payloads": […]}}. */
    static Report ofUrl(JsonView body) {
        require(body.at("/url").text().isPresent(), "text at /url");
        String status = body.textAt("/url_status", "unknown");
        Entries payloads = Entries.at(body, "/payloads");
        Report.Builder report = Report.hit("It delivers malware, URLhaus last saw it " + status)
                .opinion(scoreOf(status), 90)
                .malwareFamilies(payloads.texts("/signature"))
                .tags(Texts.tags(body));
        Stream.of(
                        Texts.evidence(body, "status", "it is ", "/url_status"),
                        Texts.evidence(body, "threat", "it is listed for ", "/threat"),
                        Evidence.listing("payloads", "it delivered ", payloads.texts("/filename")),
                        takenDown(body),
                        Texts.evidence(body, "reporter", "reported by ", "/reporter"))
                .flatMap(Optional::stream)
                .forEach(report::evidence);
        Blacklisting.of(body).forEach(report::evidence);
        payloads.relate(report, IndicatorType.SHA256, "/response_sha256", "delivers");
        payloads.relate(report, IndicatorType.MD5, "/response_md5", "delivers");
        seen(report, body, "/date_added", "/last_online");
        seen(report, payloads.texts("/firstseen"));
        page(body).ifPresent(report::reference);
        return report.build();
    }

    /** The report of {@code {"host": …, "url_count": "12", "urls": […]}}. */
    static Report ofHost(JsonView body) {
        require(body.at("/urls").kind() == JsonView.Kind.ARRAY, "array at /urls");
        Entries urls = Entries.at(body, "/urls");
        boolean active = urls.online() > 0;
        Report.Builder report = Report.hit(
                        urls.counted(body) + " of its URLs delivered malware, " + urls.online() + " still do")
                .opinion(active ? 85 : 50, active ? 80 : 60);
        urls.views().forEach(url -> report.tags(Texts.tags(url)));
        Stream.of(
                        Optional.of(counted(urls, body)),
                        Evidence.listing("threat", "its URLs are listed for ", urls.texts("/threat")),
                        Evidence.listing("reporter", "reported by ", urls.texts("/reporter")))
                .flatMap(Optional::stream)
                .forEach(report::evidence);
        Blacklisting.of(body).forEach(report::evidence);
        urls.relate(report, IndicatorType.URL, "/url", "hosts");
        seen(report, body, "/firstseen");
        seen(report, urls.texts("/date_added"));
        page(body).ifPresent(report::reference);
        return report.build();
    }

    /** The report of {@code {"sha256_hash": …, "signature": …, "urls": […]}}. */
    static Report ofPayload(JsonView body) {
        Entries hashes = new Entries(List.of(body));
        Optional<String> hash = Stream.of("/sha256_hash", "/md5_hash")
                .flatMap(pointer -> hashes.texts(pointer).stream())
                .findFirst();
        require(hash.isPresent(), "text at /sha256_hash or /md5_hash");
        Entries urls = Entries.at(body, "/urls");
        Optional<String> signature = Texts.at(body, "/signature");
        Report.Builder report = Report.hit(urls.counted(body) + " URLs delivered it"
                        + signature.map(name -> ", it is " + name).orElse(""))
                .opinion(85, signature.isPresent() ? 90 : 75)
                .malwareFamilies(signature.stream().toList());
        Stream.of(
                        Texts.evidence(body, "signature", "URLhaus calls it ", "/signature"),
                        Optional.of(counted(urls, body)),
                        Evidence.listing("names", "delivered as ", urls.texts("/filename")),
                        Texts.evidence(body, "file-type", "it is of the type ", "/file_type"),
                        Texts.evidence(body, "virustotal", "VirusTotal's engines: ", "/virustotal/result"))
                .flatMap(Optional::stream)
                .forEach(report::evidence);
        hashes.relate(report, IndicatorType.SHA256, "/sha256_hash", "same-file");
        hashes.relate(report, IndicatorType.MD5, "/md5_hash", "same-file");
        urls.relate(report, IndicatorType.URL, "/url", "downloaded-from");
        seen(report, body, "/firstseen", "/lastseen");
        hash.filter(digits -> digits.matches("[0-9a-fA-F]{32,64}"))
                .map(digits -> URI.create("https://urlhaus.abuse.ch/browse.php?search=" + digits))
                .ifPresent(report::reference);
        return report.build();
    }

    private static void require(boolean present, String what) {
        if (!present) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "URLhaus's reply has no " + what);
        }
    }

    private static int scoreOf(String status) {
        return switch (status) {
            case "online" -> 95;
            case "offline" -> 75;
            default -> 60;
        };
    }

    private static Evidence counted(Entries urls, JsonView body) {
        return Evidence.of("urls", urls.counted(body) + " URLs, " + urls.online() + " of those shown online")
                .value(Long.toString(urls.counted(body)));
    }

    /** A number, a text that is one, blank or null. */
    private static Optional<Evidence> takenDown(JsonView body) {
        return body.at("/takedown_time_seconds").integer().stream()
                .mapToObj(seconds -> Evidence.of("takedown", "taken down after " + seconds + " s")
                        .value(Long.toString(seconds)))
                .findFirst();
    }

    private static void seen(Report.Builder report, JsonView body, String... pointers) {
        Stream.of(pointers)
                .forEach(
                        pointer -> seen(report, Texts.at(body, pointer).stream().toList()));
    }

    private static void seen(Report.Builder report, List<String> times) {
        times.forEach(time -> report.firstSeen(time).lastSeen(time));
    }

    private static Optional<URI> page(JsonView body) {
        return Texts.at(body, "/urlhaus_reference")
                .filter(page -> page.matches(WEBSITE))
                .map(URI::create);
    }
}
