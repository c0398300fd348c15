package io.indago.client;

import java.util.List;

/** What changed in the plugins folder as an operator reads it. */
record FolderChangePage(Display display) {
    private static final int LINES_OF_A_REASON = 3;

    String text(FolderChange change) {
        Particulars particulars = new Particulars(display);
        add(particulars, "added", change.added());
        add(particulars, "replaced", change.replaced());
        add(particulars, "removed", change.removed());
        add(particulars, "not replaced", change.refused());
        particulars.add("unchanged", String.valueOf(change.unchanged()));
        StringBuilder page = new StringBuilder(particulars.text());
        if (!change.problems().isEmpty()) {
            page.append("\nproblems:\n");
            change.problems()
                    .forEach(fault -> page.append(
                            display.paragraph("  ", fault.plugin() + ": " + fault.message(), LINES_OF_A_REASON)));
        }
        return page.toString();
    }

    private static void add(Particulars particulars, String label, List<String> names) {
        if (!names.isEmpty()) {
            particulars.add(label, String.join(", ", names));
        }
    }
}
