package io.indago.indicator;

import com.ibm.icu.text.SpoofChecker;
import io.indago.indicator.ParsedIndicator.Warning;
import java.util.ArrayList;
import java.util.List;

/** Names that look like other names: mixed scripts and whole-script confusables (UTS 39, by ICU). */
final class Spoofing {
    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();
    private static final SpoofChecker SKELETONS = new SpoofChecker.Builder().build();

    private Spoofing() {}

    static List<Warning> warnings(String unicodeName) {
        List<Warning> warnings = new ArrayList<>();
        for (String label : Chars.split(unicodeName, '.')) {
            if (Chars.isAscii(label)) {
                continue;
            }
            if (SCRIPTS.failsChecks(label)) {
                warnings.add(new Warning("mixed-script", "'" + Shown.of(label) + "' mixes scripts"));
            }
            String twin = asciiTwin(label);
            if (Chars.isAscii(twin)) {
                warnings.add(new Warning("confusable", "'" + Shown.of(label) + "' can be mistaken for '" + twin + "'"));
            }
        }
        return warnings;
    }

    /** Each letter's prototype; ASCII stays, for the prototype of {@code m} is {@code rn}. */
    private static String asciiTwin(String label) {
        StringBuilder twin = new StringBuilder();
        label.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            twin.append(c < 0x80 ? letter : SKELETONS.getSkeleton(letter));
        });
        return twin.toString();
    }
}
