package io.indago.routes.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.api.BadRequestException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what administrators ask to be done with users, and refuses what the hub doesn't do. */
final class UserRequests {
    private static final Set<String> NEW =
            Set.of("username", "firstName", "lastName", "email", "password", "temporary", "group");
    private static final String EMAIL = "[^@\\s]+@[^@\\s]+";

    private final ObjectMapper json;

    UserRequests(ObjectMapper json) {
        this.json = json;
    }

    /** @param temporary whether the password is to be changed at the next login */
    record Reset(String username, Password password, boolean temporary) {}

    record Status(String username, boolean enabled) {}

    NewUser creation(@Nullable String body) throws BadRequestException {
        Members members = Members.of(json, body, NEW);
        String group = members.text("group").orElse(HubGroup.ANALYSTS.id());
        if (HubGroup.of(group).isEmpty()) {
            members.wrong(
                    "group",
                    "expected one of "
                            + Stream.of(HubGroup.values()).map(HubGroup::id).collect(Collectors.joining(", ")));
        }
        var email = members.text("email");
        if (email.isPresent() && !email.get().matches(EMAIL)) {
            members.wrong("email", "expected an address such as ada@example.org");
        }
        NewUser user = new NewUser(
                username(members),
                members.text("firstName"),
                members.text("lastName"),
                email,
                Password.of(members.required("password")),
                members.flag("temporary").orElse(true),
                HubGroup.of(group).orElse(HubGroup.ANALYSTS));
        members.check();
        return user;
    }

    Reset reset(@Nullable String body) throws BadRequestException {
        Members members = Members.of(json, body, Set.of("username", "password", "temporary"));
        Reset reset = new Reset(
                username(members),
                Password.of(members.required("password")),
                members.flag("temporary").orElse(true));
        members.check();
        return reset;
    }

    Status status(@Nullable String body) throws BadRequestException {
        Members members = Members.of(json, body, Set.of("username", "enabled"));
        String username = username(members);
        var enabled = members.flag("enabled");
        if (enabled.isEmpty()) {
            members.wrong("enabled", "is required: true or false");
        }
        members.check();
        return new Status(username, enabled.orElseThrow());
    }

    private static String username(Members members) {
        String text = members.required("username");
        if (!text.isEmpty() && Username.of(text).isEmpty()) {
            members.wrong("username", Username.EXPECTED);
        }
        return Username.of(text).orElse("");
    }
}
