package io.indago.routes.account;

import java.util.Optional;
import java.util.stream.Stream;

/** The groups the hub puts people in, and no others. */
public enum HubGroup {
    ANALYSTS("hub-analysts"),
    ADMINS("hub-admins"),
    AUDITORS("hub-auditors");

    private final String id;

    HubGroup(String id) {
        this.id = id;
    }

    /** Its name at the identity provider. */
    public String id() {
        return id;
    }

    static Optional<HubGroup> of(String id) {
        return Stream.of(values()).filter(group -> group.id.equals(id)).findFirst();
    }
}
