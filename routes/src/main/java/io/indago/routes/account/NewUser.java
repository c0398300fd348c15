package io.indago.routes.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A user to be made.
 *
 * @param temporary whether the password is to be changed at the first login
 * @param group what gives him his roles
 */
public record NewUser(
        String username,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Password password,
        boolean temporary,
        HubGroup group) {

    /**
     * In what a user is another than this one, the password aside.
     *
     * @param groups those he is in
     */
    List<String> differences(User user, List<String> groups) {
        List<String> differing = new ArrayList<>();
        note(differing, "firstName", isSame(firstName, user.firstName()));
        note(differing, "lastName", isSame(lastName, user.lastName()));
        note(differing, "email", isSame(lowerCase(email), lowerCase(user.email())));
        List<String> ofTheHub =
                groups.stream().filter(name -> HubGroup.of(name).isPresent()).toList();
        note(differing, "group", ofTheHub.equals(List.of(group.id())));
        return differing;
    }

    private static void note(List<String> differing, String name, boolean same) {
        if (!same) {
            differing.add(name);
        }
    }

    private static boolean isSame(Optional<String> one, Optional<String> other) {
        return one.map(String::strip).equals(other.map(String::strip));
    }

    /** As Keycloak keeps an address. */
    private static Optional<String> lowerCase(Optional<String> text) {
        return text.map(given -> given.toLowerCase(Locale.ROOT));
    }
}
