package io.indago.routes.audit;

/** Text in the audit, which may come from anybody: bounded, and nothing in it that moves a cursor or turns a line. */
final class AuditText {
    private static final int LONGEST = 1_000;
    private static final int REPLACEMENT = 0xFFFD;

    private AuditText() {}

    static String of(String text) {
        return text.codePoints()
                .limit(LONGEST)
                .map(c -> isPrintable(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
