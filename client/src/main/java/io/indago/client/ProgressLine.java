package io.indago.client;

/** Says how far a run is, on one line that a terminal shows again and again; elsewhere it says nothing. */
final class ProgressLine {
    private final Terminal terminal;
    private final int total;
    private final boolean visible;
    private int done;
    private String shown = "";

    ProgressLine(Terminal terminal, int total) {
        this.terminal = terminal;
        this.total = total;
        this.visible = total > 1 && terminal.isInteractive(StandardStream.ERR);
    }

    synchronized void advance() {
        done++;
        show();
    }

    /** Writes lines of the result, which may go to the same terminal. */
    synchronized void print(String lines) {
        erase();
        terminal.print(lines);
        show();
    }

    synchronized void erase() {
        if (!shown.isEmpty()) {
            write("\r" + " ".repeat(shown.length()) + "\r");
            shown = "";
        }
    }

    private void show() {
        if (visible) {
            shown = done + " of " + total + " ";
            write("\r" + shown);
        }
    }

    private void write(String text) {
        terminal.err().print(text);
        terminal.err().flush();
    }
}
