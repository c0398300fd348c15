package io.indago.hub.accounting;

import io.indago.routes.report.DayRange;
import io.indago.routes.report.Whose;
import java.util.ArrayList;
import java.util.List;

/** Which rows of a roll-up: the condition, and what its question marks stand for. */
record Rollups(String condition, List<Object> parameters) {

    static Rollups of(Whose whose, DayRange days) {
        List<Object> parameters = new ArrayList<>(List.of(days.from(), days.to()));
        if (whose.kind() == Whose.Kind.EVERYBODY) {
            return new Rollups("day between ? and ?", parameters);
        }
        parameters.add(whose.name());
        String column = whose.kind() == Whose.Kind.USERNAME ? "username" : "subject";
        return new Rollups("day between ? and ? and " + column + " = ?", parameters);
    }
}
