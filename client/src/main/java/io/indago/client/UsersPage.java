package io.indago.client;

import io.indago.client.Display.Colour;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Users as a person reads them. */
record UsersPage(Display display) {

    String text(Users users) {
        Table table = new Table(display, 1, List.of("USER", "STATE", "LAST LOGIN", "LAST REQUEST"));
        users.users()
                .forEach(user -> table.add(
                        user.enabled() ? Colour.PLAIN : Colour.RED,
                        List.of(
                                user.username(),
                                state(user),
                                time(user.lastAuthentication()),
                                time(user.lastRequest()))));
        int last = users.offset() + users.users().size();
        String rest = last < users.total()
                ? display.line(Colour.PLAIN, last + " of " + users.total() + "; the next with --offset " + last)
                : "";
        return table.text() + rest;
    }

    String text(Users.User user) {
        Particulars particulars = new Particulars(display);
        particulars.add("state", state(user));
        particulars.add("groups", String.join(" ", user.groups()));
        particulars.add(
                "name", (user.firstName().orElse("") + " " + user.lastName().orElse("")).strip());
        particulars.add("e-mail", user.email());
        particulars.add("made", user.createdAt().map(UtcTime::second));
        particulars.add("last login", user.lastAuthentication().map(UtcTime::second));
        particulars.add("last request", user.lastRequest().map(UtcTime::second));
        return display.line(Colour.BOLD, user.username()) + particulars.text();
    }

    private static String state(Users.User user) {
        return user.enabled() ? "enabled" : "disabled";
    }

    private static String time(Optional<Instant> instant) {
        return instant.map(UtcTime::minute).orElse("-");
    }
}
