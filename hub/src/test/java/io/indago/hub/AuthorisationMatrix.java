package io.indago.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table of {@code docs/authorisation.md}: each endpoint, a request of it, and what becomes of that with which token. */
record AuthorisationMatrix(List<String> tokens, List<Line> lines) {
    private static final Path FILE = Path.of("../docs/authorisation.md");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    /** Of endpoint and example, which stand before the tokens. */
    private static final int FIRST_TOKEN = 2;

    static AuthorisationMatrix read() throws IOException {
        List<List<String>> rows = Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("|-"))
                .map(AuthorisationMatrix::cells)
                .toList();
        List<String> tokens = rows.get(0).subList(FIRST_TOKEN, rows.get(0).size());
        return new AuthorisationMatrix(
                tokens, rows.stream().skip(1).map(row -> Line.of(row, tokens)).toList());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    /**
     * An endpoint.
     *
     * @param endpoint as {@link RunningEndpoints} name it
     * @param statuses token to HTTP status
     */
    record Line(String endpoint, Example example, Map<String, Integer> statuses) {
        static Line of(List<String> cells, List<String> tokens) {
            if (cells.size() != tokens.size() + FIRST_TOKEN) {
                throw new IllegalArgumentException("not one cell for each token: " + cells);
            }
            Map<String, Integer> statuses = new LinkedHashMap<>();
            for (int i = 0; i < tokens.size(); i++) {
                statuses.put(tokens.get(i), Integer.valueOf(cells.get(i + FIRST_TOKEN)));
            }
            return new Line(code(cells.get(0)), Example.of(code(cells.get(1))), statuses);
        }

        private static String code(String cell) {
            Matcher matcher = CODE.matcher(cell);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("expected `code`: " + cell);
            }
            return matcher.group(1);
        }

        boolean isOfManagement() {
            return endpoint.startsWith(RunningEndpoints.MANAGEMENT);
        }

        /** The same request by another verb. */
        Line by(String verb) {
            return new Line(endpoint, new Example(verb, example.path(), ""), statuses);
        }

        /** Whether it answers that line's example. */
        boolean takes(Line line) {
            String path = line.example.path().replaceFirst("\\?.*", "");
            boolean onTheSamePort = isOfManagement() == line.isOfManagement();
            boolean forAll = path().endsWith("/**") && !line.equals(this);
            return onTheSamePort
                    && !forAll
                    && PathPatternParser.defaultInstance.parse(path()).matches(PathContainer.parsePath(path));
        }

        /** The verbs it takes, out of those. */
        List<String> verbs(List<String> all) {
            String verb = endpoint.replace(RunningEndpoints.MANAGEMENT, "").split(" ")[0];
            return verb.equals("*") ? all : List.of(verb);
        }

        private String path() {
            return endpoint.substring(endpoint.indexOf('/'));
        }
    }

    /** A request that would succeed with the right token; {@code POST /api/indicator {"value": "8.8.8.8"}}. */
    record Example(String method, String path, String body) {
        static Example of(String text) {
            String[] parts = text.split(" ", 3);
            return new Example(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
        }
    }
}
