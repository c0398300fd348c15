package io.indago.routes.report;

import static java.util.Objects.requireNonNull;

/** What somebody wants to see of the accounts. */
public record Question(Whose whose, DayRange days, Page page) {

    public Question {
        requireNonNull(whose, "whose");
        requireNonNull(days, "days");
        requireNonNull(page, "page");
    }
}
