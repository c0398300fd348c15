package io.indago.client;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which days and rows of the accounts, and how they are written. */
final class ReportOptions {
    @Option(
            names = "--from",
            paramLabel = "<day>",
            converter = DayConverter.class,
            description = "the first day in UTC, 2026-11-01; usually four weeks ago")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "<day>",
            converter = DayConverter.class,
            description = "the last day, which counts as well; usually today")
    private @Nullable LocalDate to;

    @Option(names = "--user", paramLabel = "<name>", description = "of this user alone")
    private @Nullable String user;

    @Option(names = "--offset", paramLabel = "<rows>", description = "how many rows to leave out")
    private int offset;

    @Option(names = "--limit", paramLabel = "<rows>", description = "the most rows; usually 50, of CSV 10000")
    private int limit;

    @Option(names = "--csv", description = "write CSV")
    private boolean csv;

    @Option(names = "--json", description = "write the hub's answer as it is, on one line")
    private boolean json;

    boolean csv() {
        return csv;
    }

    boolean json() {
        return json;
    }

    /** The path for everybody, or for the one user. */
    String path(String everybody, String one) {
        return user == null ? everybody : one + "/" + UrlEncoded.segment(user);
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (from != null) {
            parameters.put("from", from.toString());
        }
        if (to != null) {
            parameters.put("to", to.toString());
        }
        if (offset != 0) {
            parameters.put("offset", Integer.toString(offset));
        }
        if (limit != 0) {
            parameters.put("limit", Integer.toString(limit));
        }
        if (csv) {
            parameters.put("format", "csv");
        }
        return parameters;
    }
}
