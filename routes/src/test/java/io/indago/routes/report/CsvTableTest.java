package io.indago.routes.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** CSV that no spreadsheet runs, and that says what the JSON says. */
class CsvTableTest {
    private static final Pattern LED_IN = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

    @Test
    void fiftyNastyValuesAreWhatWasAgreedAndComeBack() throws Exception {
        List<String> values = nasty();
        assertThat(values).hasSize(50).doesNotHaveDuplicates();

        String csv = new CsvTable(
                        List.of("value", "after"),
                        values.stream().<List<?>>map(value -> List.of(value, 1)).toList())
                .text();

        assertThat(csv).isEqualTo(resource("nasty.csv"));
        List<CSVRecord> read = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
        assertThat(read).hasSize(51).allSatisfy(line -> assertThat(line.size()).isEqualTo(2));
        assertThat(read.subList(1, 51))
                .extracting(line -> withoutLead(line.get(0)))
                .isEqualTo(values);
        assertThat(read.subList(1, 51))
                .extracting(line -> line.get(0))
                .noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0);
    }

    @Test
    void aReportHasALinePerRow() {
        assertThat(CsvTable.of(report()).text()).isEqualTo("""
                "user","requests","lookups","bytesAnswered","billed","shared","cached","refused","calls","bytesReceived","cost"\r
                "'=alice",7,5,1200,3,1,1,2,4,900,1.5\r
                """);
    }

    @Test
    void costsAreNumbersAndNeverTakenForFormulas() {
        Figures figures = new Figures(1, 1, 1, 1, 1, 1, 1, 1, 1, new BigDecimal("1E+3"));
        UsageReport report = report();
        UsageReport large = new UsageReport(
                report.from(),
                report.to(),
                Optional.empty(),
                Grouping.USER,
                Optional.empty(),
                1,
                0,
                1,
                figures,
                List.of(new UsageReport.Row("a", figures)));

        assertThat(CsvTable.of(large).text()).endsWith(",1,1000\r\n");
    }

    private static UsageReport report() {
        try {
            Page page = new Page(0, 50);
            DayRange days =
                    new DayRange(java.time.LocalDate.parse("2026-11-01"), java.time.LocalDate.parse("2026-11-20"));
            return new FakeReports().report(Grouping.USER, new Question(Whose.EVERYBODY, days, page));
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** As a reader takes the apostrophe away. */
    private static String withoutLead(String cell) {
        return LED_IN.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    private static List<String> nasty() throws Exception {
        return new ObjectMapper().readValue(resource("nasty.json"), new TypeReference<>() {});
    }

    private static String resource(String name) throws Exception {
        try (var stream = CsvTableTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
