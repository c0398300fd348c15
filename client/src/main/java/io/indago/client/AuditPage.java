package io.indago.client;

import io.indago.client.Audit.Entry;
import io.indago.client.Display.Colour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit as a person reads it. */
record AuditPage(Display display) {

    private static final List<String> HEADING = List.of("UTC", "NO", "WHO", "ACTION", "OUTCOME", "OBJECT");
    private static final int WIDEST = 24;
    private static final int LINES_OF_A_DETAIL = 3;
    /** As wide as the time and its gap. */
    private static final String MARGIN = " ".repeat(18);

    String text(Audit audit) {
        if (audit.entries().isEmpty()) {
            return display.line(Colour.PLAIN, "no such entries");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADING);
        audit.entries().forEach(entry -> rows.add(cells(entry)));
        Columns columns = Columns.fitting(display, rows, WIDEST, 2);
        StringBuilder table = new StringBuilder(columns.row(Colour.BOLD, HEADING));
        for (Entry entry : audit.entries()) {
            table.append(columns.row(colour(entry.outcome()), cells(entry)));
            if (!details(entry).isEmpty()) {
                table.append(display.paragraph(MARGIN, details(entry), LINES_OF_A_DETAIL));
            }
        }
        if (audit.more()) {
            table.append(display.line(Colour.FAINT, "there are more: --offset, or --limit up to 500"));
        }
        return table.toString();
    }

    String text(AuditVerdict verdict) {
        Colour colour =
                verdict.isWhole() ? Colour.GREEN : verdict.state().equals("broken") ? Colour.RED : Colour.YELLOW;
        String first = verdict.brokenAt()
                .map(position -> "broken at entry " + position)
                .orElse(verdict.state() + display.dash() + "entries " + Math.max(verdict.begin(), 1) + " to "
                        + verdict.sound() + " are as they were recorded");
        return display.line(colour, first)
                + verdict.reason().map(why -> display.line(Colour.PLAIN, why)).orElse("")
                + display.line(
                        Colour.PLAIN,
                        "sound up to " + verdict.sound() + display.dot() + "a published head vouches for those up to "
                                + verdict.proven())
                + verdict.deletedAt()
                        .map(when -> display.line(
                                Colour.PLAIN,
                                "the chain begins at " + verdict.begin() + ": what was before was deleted on "
                                        + UtcTime.minute(when) + " UTC, as retention says"))
                        .orElse("")
                + forgotten(verdict);
    }

    private String forgotten(AuditVerdict verdict) {
        return verdict.pseudonymised() + verdict.truncated() == 0
                ? ""
                : display.line(
                        Colour.PLAIN,
                        "forgotten as settings and administrators say: who, in " + verdict.pseudonymised()
                                + " entries; the address alone, in " + verdict.truncated());
    }

    private static List<String> cells(Entry entry) {
        return List.of(
                UtcTime.minute(entry.at()),
                Long.toString(entry.position()),
                entry.username(),
                entry.action(),
                entry.outcome(),
                entry.object());
    }

    private static String details(Entry entry) {
        Stream<String> details = entry.details().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(each -> each.getKey() + "=" + each.getValue());
        return Stream.concat(Stream.of(entry.address()).filter(from -> !from.isEmpty()), details)
                .collect(Collectors.joining(" "));
    }

    private static Colour colour(String outcome) {
        return switch (outcome) {
            case "failed" -> Colour.RED;
            case "refused" -> Colour.YELLOW;
            case "requested" -> Colour.FAINT;
            default -> Colour.PLAIN;
        };
    }
}
