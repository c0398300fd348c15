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
    /** See what {@link #MON} sees, and change nothing. */
    public static final String MON_READ = "mon:read";

    /** The scheme of operations that are open to all; named, so that a forgotten scope is a closed door. */
    public static final String OPEN = "open";

    private ApiScope() {}

    /**
     * Whether who holds one scope may do what takes the other: the same one, or to look at what he may change.
     *
     * @param held a scope of the caller's token
     * @param needed a scope the operation declares
     */
    public static boolean covers(String held, String needed) {
        return held.equals(needed) || needed.equals(MON_READ) && held.equals(MON);
    }
}
