package io.indago.routes.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Documents as CSV after RFC 4180: one line of names, then the rows. Texts are {@link SafeCell}s, and quoted, so that no
 * spreadsheet that takes a semicolon for a comma finds a cell within one.
 */
record CsvTable(List<String> columns, List<List<?>> rows) {
    private static final CSVFormat FORMAT = CSVFormat.Builder.create(CSVFormat.RFC4180)
            .setQuoteMode(QuoteMode.NON_NUMERIC)
            .get();
    private static final List<String> FIGURES = List.of(
            "requests",
            "lookups",
            "bytesAnswered",
            "billed",
            "shared",
            "cached",
            "refused",
            "calls",
            "bytesReceived",
            "cost");

    static CsvTable of(UsageReport report) {
        List<String> columns =
                Stream.concat(Stream.of(report.by().id()), FIGURES.stream()).toList();
        return new CsvTable(columns, report.rows().stream().map(CsvTable::row).collect(Collectors.toList()));
    }

    static CsvTable of(RequestLog log) {
        return new CsvTable(
                List.of(
                        "at",
                        "user",
                        "client",
                        "method",
                        "endpoint",
                        "parameters",
                        "indicatorType",
                        "indicator",
                        "verdict",
                        "address",
                        "userAgent",
                        "stage",
                        "status",
                        "bytes",
                        "id"),
                log.entries().stream().map(CsvTable::row).collect(Collectors.toList()));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(columns);
            for (List<?> row : rows) {
                printer.printRecord(row.stream().map(CsvTable::cell));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Object cell(Object value) {
        return value instanceof Number ? value : new SafeCell(value.toString()).toString();
    }

    private static List<?> row(UsageReport.Row row) {
        Figures figures = row.figures();
        return List.of(
                row.key(),
                figures.requests(),
                figures.lookups(),
                figures.bytesAnswered(),
                figures.billed(),
                figures.shared(),
                figures.cached(),
                figures.refused(),
                figures.calls(),
                figures.bytesReceived(),
                new BigDecimal(figures.cost().toPlainString()));
    }

    private static List<?> row(RequestLog.Entry entry) {
        return List.of(
                entry.at(),
                entry.user(),
                entry.client(),
                entry.method(),
                entry.endpoint(),
                parameters(entry.parameters()),
                entry.indicatorType().orElse(""),
                entry.indicator().orElse(""),
                entry.verdict().orElse(""),
                entry.address(),
                entry.userAgent(),
                entry.stage(),
                orEmpty(entry.status()),
                orEmpty(entry.bytes()),
                entry.id());
    }

    private static Object orEmpty(Optional<? extends Number> number) {
        return number.isPresent() ? number.get() : "";
    }

    private static String parameters(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&"));
    }
}
