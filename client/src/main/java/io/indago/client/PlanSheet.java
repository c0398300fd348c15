package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.LookupOutcome.Failed;
import io.indago.client.LookupOutcome.Planned;

/** A page for each plan. */
record PlanSheet(Display display) implements LookupSheet {

    @Override
    public String line(LookupOutcome outcome) {
        if (outcome instanceof Planned planned) {
            return new PlanPage(display).text(planned.plan()) + "\n";
        }
        return outcome instanceof Failed failed
                ? display.line(
                                Colour.YELLOW,
                                failed.input() + ": " + failed.problem().sentence()) + "\n"
                : "";
    }
}
