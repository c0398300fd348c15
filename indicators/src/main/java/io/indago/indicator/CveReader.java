package io.indago.indicator;

import io.indago.spi.IndicatorType;
import java.util.List;
import java.util.Optional;

/**
 * Names of vulnerabilities, {@code CVE-2021-44228}: the year, from 1999 on, and a number of 4 to 19 digits, padded with
 * zeros to four and no further. Dashes of any kind and white space are taken for the hyphens, for word processors put
 * them there.
 */
final class CveReader {
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d";
    private static final int FIRST_YEAR = 1999;
    private static final int SHORTEST_NUMBER = 4;
    private static final int LONGEST_NUMBER = 19;

    private CveReader() {}

    static boolean claims(String text) {
        if (!text.regionMatches(true, 0, "cve", 0, 3)) {
            return false;
        }
        List<String> parts = parts(text);
        return parts.size() == 3
                && parts.get(0).equals("CVE")
                && parts.get(1).length() == 4
                && parts.get(2).length() >= SHORTEST_NUMBER
                && Chars.all(parts.get(1) + parts.get(2), Chars::isDigit);
    }

    static Reading read(String text) throws InvalidIndicatorException {
        List<String> parts = parts(text);
        String number = parts.get(2);
        boolean padded = number.length() > SHORTEST_NUMBER && number.startsWith("0");
        if (Integer.parseInt(parts.get(1)) < FIRST_YEAR || number.length() > LONGEST_NUMBER || padded) {
            throw Fault.INVALID_CVE.of(
                    text,
                    "looks like a CVE id, expected a year from 1999 on and 4 to 19 digits, of more than 4 none a"
                            + " leading zero");
        }
        return Reading.simple(
                IndicatorType.CVE, String.join("-", parts), List.of(), Optional.empty(), List.of(), List.of());
    }

    private static List<String> parts(String text) {
        StringBuilder hyphenated = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean separator = DASHES.indexOf(character) >= 0 || Character.isWhitespace(character);
            boolean again = separator && !hyphenated.isEmpty() && hyphenated.charAt(hyphenated.length() - 1) == '-';
            if (!again) {
                hyphenated.append(separator ? '-' : upperCase(character));
            }
        }
        return Chars.split(hyphenated.toString(), '-');
    }

    private static char upperCase(char character) {
        return character >= 'a' && character <= 'z' ? (char) (character - 'a' + 'A') : character;
    }
}
