package io.indago.indicator;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Set;

/**
 * Internationalised names by UTS 46, non-transitional, as browsers resolve them. Hyphens are not checked here: hosts
 * such as {@code r3---sn-abc.example.com} exist.
 */
final class Idna {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final Set<IDNA.Error> TOLERATED =
            EnumSet.of(IDNA.Error.HYPHEN_3_4, IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN);

    private Idna() {}

    /** The name in lower-case A-labels. Characters that no host name may have can still be in it. */
    static String toAscii(String name) throws InvalidIndicatorException {
        IDNA.Info info = new IDNA.Info();
        String ascii = UTS46.nameToASCII(name, new StringBuilder(), info).toString();
        Set<IDNA.Error> errors = errors(info);
        if (!errors.isEmpty()) {
            throw Fault.INVALID_NAME.of(name, "is no host name (UTS 46: " + errors + ")");
        }
        return ascii;
    }

    /** The name for people: A-labels in Unicode, except those with characters nobody can see. */
    static String toUnicode(String asciiName) {
        return String.join(
                ".",
                Chars.split(asciiName, '.').stream().map(Idna::labelToUnicode).toList());
    }

    private static String labelToUnicode(String label) {
        IDNA.Info info = new IDNA.Info();
        String unicode = UTS46.labelToUnicode(label, new StringBuilder(), info).toString();
        boolean visible = unicode.codePoints().noneMatch(c -> Folding.isInvisible(c) || !Character.isDefined(c));
        return visible && errors(info).isEmpty() ? unicode : label;
    }

    private static Set<IDNA.Error> errors(IDNA.Info info) {
        Set<IDNA.Error> errors = EnumSet.noneOf(IDNA.Error.class);
        errors.addAll(info.getErrors());
        errors.removeAll(TOLERATED);
        return errors;
    }
}
