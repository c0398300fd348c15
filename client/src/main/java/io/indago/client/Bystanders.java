package io.indago.client;

import io.indago.client.Display.Colour;
import java.util.List;

/** The providers that do not take an indicator's type, in a line: a row for each would hide those that say something. */
record Bystanders(Display display) {
    /** The status that tells them. */
    static final String STATUS = "unsupported";

    /** With its end; empty when there are none. */
    String line(String type, List<String> providers) {
        if (providers.isEmpty()) {
            return "";
        }
        String who = providers.size() + (providers.size() == 1 ? " does" : " do");
        return display.line(Colour.FAINT, who + " not take " + type + ": " + String.join(", ", providers));
    }
}
