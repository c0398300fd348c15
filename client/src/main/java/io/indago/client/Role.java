package io.indago.client;

/** As who a hub is asked, where there is a choice: the local one has a demo login for each. */
enum Role {
    ANALYST(LoginCommand.USUAL_SCOPE),
    ADMIN(LoginCommand.USUAL_SCOPE + " mon");

    private final String scope;

    Role(String scope) {
        this.scope = scope;
    }

    /** What its logins are for. */
    String scope() {
        return scope;
    }
}
