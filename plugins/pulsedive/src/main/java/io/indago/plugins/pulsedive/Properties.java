package io.indago.plugins.pulsedive;

import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.util.List;

/** What Pulsedive found out itself: {@code {"geo": {…}, "dns": {"A": "203.0.114.9", "NS": […]}}}, one text or several. */
record Properties(JsonView view) {

    void addTo(Report.Builder report) {
        first("/geo/countrycode").forEach(report::country);
        first("/geo/org").forEach(report::asOwner);
        first("/geo/asn").forEach(report::asn);
        view.at("/geo/asn").integer().stream().filter(number -> number > 0).forEach(report::asn);
        relate(report, IndicatorType.IPV4, "/dns/A", "resolves-to");
        relate(report, IndicatorType.IPV6, "/dns/AAAA", "resolves-to");
        relate(report, IndicatorType.FQDN, "/dns/CNAME", "alias-of");
        relate(report, IndicatorType.FQDN, "/dns/MX", "mail-server");
        relate(report, IndicatorType.FQDN, "/dns/NS", "name-server");
        relate(report, IndicatorType.FQDN, "/dns/PTR", "name");
    }

    private List<String> first(String pointer) {
        return view.at(pointer).texts().stream().limit(1).toList();
    }

    /** A mail server may follow its preference: {@code 10 mail.example.com}. */
    private void relate(Report.Builder report, IndicatorType type, String pointer, String relation) {
        view.at(pointer).texts().stream()
                .map(value -> value.substring(value.lastIndexOf(' ') + 1))
                .distinct()
                .map(value -> Related.of(type, value, relation))
                .forEach(report::related);
    }
}
