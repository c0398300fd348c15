package io.indago.plugins.crtsh;

import io.indago.spi.JsonView;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the certificates: {@code {"name_value": "example.com\nwww.example.com", "not_before": …}}. */
record Certificate(JsonView view) {
    /** A distinguished name's common name or else organisation; a value with a comma in it is quoted. */
    private static final Pattern ISSUER = Pattern.compile("(?:^|, )(CN|O)=(?:\"([^\"]*)\"|([^,]*))");

    private static final String WILDCARD = "*.";

    static boolean is(JsonView view) {
        return view.at("/id").exists()
                || view.at("/issuer_name").exists()
                || view.at("/name_value").exists();
    }

    /** The names it is for, wildcards without their star. Others than hosts are among them: people, e-mail addresses. */
    List<String> names() {
        return written()
                .map(name -> name.startsWith(WILDCARD) ? name.substring(WILDCARD.length()) : name)
                .distinct()
                .toList();
    }

    boolean isWildcard() {
        return written().anyMatch(name -> name.startsWith(WILDCARD));
    }

    /** {@code Example CA 1}: its issuer's common name, else its organisation, else all of its name. */
    Optional<String> issuer() {
        return view.at("/issuer_name").text().map(name -> {
            String organisation = "";
            Matcher parts = ISSUER.matcher(name);
            while (parts.find()) {
                String value = parts.group(2) == null ? parts.group(3) : parts.group(2);
                if (parts.group(1).equals("CN")) {
                    return value;
                }
                organisation = value;
            }
            return organisation.isEmpty() ? name : organisation;
        });
    }

    Optional<Instant> issuedAt() {
        return time("/not_before");
    }

    /** When a log had it; without that, when it was issued. */
    Optional<Instant> loggedAt() {
        return time("/entry_timestamp").or(this::issuedAt);
    }

    private Stream<String> written() {
        return Stream.of("/common_name", "/name_value")
                .flatMap(pointer -> view.at(pointer).text().stream())
                .flatMap(text -> Arrays.stream(text.split("\\R")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT));
    }

    /** In UTC, {@code 2019-12-07T03:55:53.116}. */
    private Optional<Instant> time(String pointer) {
        try {
            return view.at(pointer).text().map(text -> LocalDateTime.parse(text.replaceFirst("Z$", ""))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
