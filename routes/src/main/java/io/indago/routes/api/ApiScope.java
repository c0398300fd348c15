package io.indago.routes.api;

/** The scopes operations declare; the security chain is built from them. */
public final class ApiScope {
    /** The name of the security scheme in the OpenAPI document. */
    public static final String SCHEME = "keycloak";

    /** Look up indicators. */
    public static final String TASKS = "tasks";
    /** The own account. */
    public static final String USERS = "users";
    /** Monitor and administer. */
    public static final String MON = "mon";

    /** The scheme of operations that are open to all; named, so that a forgotten scope is a closed door. */
    public static final String OPEN = "open";

    private ApiScope() {}
}
