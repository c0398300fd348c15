package io.indago.toolkit.jq;

import com.fasterxml.jackson.databind.node.NullNode;
import io.indago.toolkit.yaml.Problems;
import io.indago.toolkit.yaml.YamlScalar;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** Compiles a descriptor's expressions; what is no jq is a problem at its line. */
public final class JqCompiler {
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

    private final Problems problems;
    private final Collection<String> variables;
    private final String functions;

    private JqCompiler(Problems problems, Collection<String> variables, String functions) {
        this.problems = problems;
        this.variables = variables;
        this.functions = functions;
    }

    /**
     * A compiler.
     *
     * @param variables names the expressions may use, without the dollar
     * @param functions the author's own, if any
     */
    public static JqCompiler of(Problems problems, Collection<String> variables, Optional<YamlScalar> functions) {
        JqCompiler plain = new JqCompiler(problems, variables, "");
        return functions
                .filter(definitions ->
                        plain.compiled(definitions, definitions.text() + "\n.").isPresent())
                .map(definitions -> new JqCompiler(problems, variables, definitions.text() + "\n"))
                .orElse(plain);
    }

    /** Empty when it is none, which is a problem then. */
    public Optional<Jq> compile(YamlScalar expression) {
        Optional<Jq> jq = compiled(expression, expression.text())
                .flatMap(valid -> compiled(expression, withFunctions(expression.text())))
                .map(query -> new Jq(query, expression.path(), problems.file() + ":" + expression.line()));
        jq.flatMap(compiled -> compiled.unknown(NullNode.instance, variables))
                .ifPresent(unknown -> problems.add(expression, "jq: " + unknown));
        return jq;
    }

    /** To jackson-jq a definition ends with the first operand after it, so the parentheses are needed. */
    private String withFunctions(String expression) {
        return functions + "(" + expression + "\n)";
    }

    private Optional<JsonQuery> compiled(YamlScalar written, String text) {
        if (written.text().isBlank()) {
            return Optional.empty(); // has been said
        }
        try {
            return Optional.of(JsonQuery.compile(text, Builtins.VERSION));
        } catch (JsonQueryException e) {
            String reason = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
            Matcher place = PLACE.matcher(reason);
            boolean found = place.find();
            int line = found ? Integer.parseInt(place.group(1)) : 1;
            String column = found ? " at column " + place.group(2) : "";
            String first = reason.lines()
                    .findFirst()
                    .orElse("")
                    .replaceAll(" at line.*", "")
                    .strip();
            problems.add(
                    written.firstLine() + Math.max(0, line - 1),
                    written.path(),
                    "no valid jq: " + shown(first) + column + " of " + excerpt(text, line));
            return Optional.empty();
        } catch (StackOverflowError e) {
            problems.add(written, "no valid jq: it is nested too deep");
            return Optional.empty();
        }
    }

    private static String shown(String reason) {
        return reason.startsWith("Encountered") || reason.startsWith("Lexical") ? reason : "it ends too early";
    }

    private static String excerpt(String text, int line) {
        String shown =
                text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").strip();
        return "'" + (shown.length() <= 80 ? shown : shown.substring(0, 80) + "…") + "'";
    }
}
