package io.indago.plugins.yeti;

import java.text.Normalizer;
import java.util.Locale;

/** Names of tags as YETI makes them, so that they are found again. */
final class TagName {
    private static final int LONGEST = 250;

    private TagName() {}

    /** In lower case, without accents, with an underscore for blanks; what YETI does not take is left out. */
    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "_")
                .replaceAll("[^a-z0-9_.:-]", "");
    }

    static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST));
    }
}
