package io.indago.routes.report;

import io.indago.routes.api.BadRequestException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What a request for a report says. */
final class ReportParameters {
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1_000;
    private static final int LARGEST_CSV = 10_000;
    private static final String CSV = "text/csv";

    private final Message message;
    private final Clock clock;

    ReportParameters(Exchange exchange, Clock clock) {
        this.message = exchange.getMessage();
        this.clock = clock;
    }

    /** From four weeks ago to today, unless it says otherwise. */
    DayRange days() throws BadRequestException {
        LocalDate to = day("to").orElse(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        LocalDate from = day("from").orElse(DayRange.usualStart(to));
        if (from.isAfter(to)) {
            throw BadRequestException.parameter("from", "is not before 'to'");
        }
        return new DayRange(from, to);
    }

    boolean namesLastDay() {
        return text("to").isPresent();
    }

    Optional<Grouping> by() throws BadRequestException {
        Optional<String> word = text("by");
        Optional<Grouping> by = word.flatMap(Grouping::of);
        if (word.isPresent() && by.isEmpty()) {
            throw BadRequestException.parameter("by", "expected one of " + Grouping.words());
        }
        return by;
    }

    Page page() throws BadRequestException {
        int largest = csv() ? LARGEST_CSV : LARGEST_LIMIT;
        return new Page(
                number("offset", 0, 0, Page.LARGEST_OFFSET),
                number("limit", csv() ? largest : USUAL_LIMIT, 1, largest));
    }

    /** The parameter has the last word. */
    boolean csv() throws BadRequestException {
        Optional<String> format = text("format");
        if (format.isPresent() && !format.get().equals("csv") && !format.get().equals("json")) {
            throw BadRequestException.parameter("format", "expected json or csv");
        }
        return format.map("csv"::equals).orElseGet(() -> Arrays.stream(
                        message.getHeader("Accept", "", String.class).split(","))
                .map(type -> type.split(";", 2)[0].strip())
                .anyMatch(CSV::equalsIgnoreCase));
    }

    private Optional<LocalDate> day(String name) throws BadRequestException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.get());
            if (day.getYear() < 2000 || day.getYear() > 9999) {
                throw BadRequestException.parameter(name, "is out of range: the years 2000 to 9999");
            }
            return Optional.of(day);
        } catch (DateTimeParseException malformed) {
            throw BadRequestException.parameter(name, "expected a day like 2026-11-01");
        }
    }

    private int number(String name, int usual, int least, int most) throws BadRequestException {
        Optional<String> text = text(name);
        try {
            int number = text.isEmpty() ? usual : Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // as any other that is out of range
        }
        throw BadRequestException.parameter(name, "is no number from " + least + " to " + most);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(message.getHeader(name, String.class))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
