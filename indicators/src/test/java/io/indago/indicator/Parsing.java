package io.indago.indicator;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.indago.indicator.ParsedIndicator.Related;
import io.indago.indicator.ParsedIndicator.Warning;
import java.util.List;

/** What most tests here do. */
final class Parsing {
    static final IndicatorParser PARSER = new IndicatorParser(ReservedPolicy.standard());

    private Parsing() {}

    static ParsedIndicator parse(String text) {
        try {
            return PARSER.parse(text);
        } catch (InvalidIndicatorException e) {
            throw new AssertionError("expected to parse: " + text, e);
        }
    }

    static InvalidIndicatorException refusal(String text) {
        InvalidIndicatorException refusal =
                catchThrowableOfType(InvalidIndicatorException.class, () -> PARSER.parse(text));
        if (refusal == null) {
            throw new AssertionError("expected to be refused: " + text);
        }
        return refusal;
    }

    static List<String> warnings(String text) {
        return parse(text).warnings().stream().map(Warning::code).toList();
    }

    /** As {@code relation type value}. */
    static List<String> related(String text) {
        return parse(text).related().stream().map(Parsing::written).toList();
    }

    private static String written(Related related) {
        return related.relation() + " " + related.type().id() + " " + related.value();
    }
}
