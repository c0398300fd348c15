package io.indago.toolkit.format;

import java.util.List;

/** What a field's value may be. */
public sealed interface Kind
        permits Kind.Text,
                Kind.Choice,
                Kind.Whole,
                Kind.Flag,
                Kind.Scalar,
                Kind.Expression,
                Kind.Anything,
                Kind.Several,
                Kind.Named,
                Shape {

    /** A text; without a pattern any. */
    record Text(String pattern, String expected) implements Kind {}

    /** One of these words. */
    record Choice(List<String> words) implements Kind {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** A whole number. */
    record Whole(long least, long most) implements Kind {}

    /** True or false. */
    record Flag() implements Kind {}

    /** A text, number or flag, taken for the text it is written as. */
    record Scalar() implements Kind {}

    /** An expression in jq, of which a number or a flag is one, too. */
    record Expression() implements Kind {}

    /** Anything at all. */
    record Anything() implements Kind {}

    /** Several; or one, without a list around it. */
    record Several(Kind each) implements Kind {}

    /** Values by names of the author's own. */
    record Named(String pattern, String expected, Kind each) implements Kind {}
}
