package io.indago.client;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The users of a hub: to look takes the scope {@code mon:read} or {@code mon}, to change them {@code mon}. */
public final class UserAccounts {
    /** Changes are several calls to Keycloak. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HubRequests hub;

    UserAccounts(HubRequests hub) {
        this.hub = hub;
    }

    /**
     * A part of the users, by name.
     *
     * @param search what their names contain; blank for all
     * @throws ApiException when the hub answers an error
     * @throws LoginException when there is no token for the caller
     * @throws NoAnswerException when the hub can't be reached, is too late or can't be understood
     */
    public Users list(String search, int offset, int limit) throws ClientException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!search.isBlank()) {
            parameters.put("search", search);
        }
        parameters.put("offset", Integer.toString(offset));
        parameters.put("limit", Integer.toString(limit));
        return hub.answer(hub.request("/api/admin/users", parameters), PATIENCE, Users.class);
    }

    /**
     * One user.
     *
     * @throws ClientException as {@link #list} does
     */
    public Users.User show(String username) throws ClientException, InterruptedException {
        return hub.answer(
                hub.request("/api/admin/user/" + UrlEncoded.segment(username), Map.of()), PATIENCE, Users.User.class);
    }

    /**
     * Makes a user, who must change the password at the first login.
     *
     * @param particulars {@code group}, {@code firstName}, {@code lastName}, {@code email}; all may be missing
     * @throws ClientException as {@link #list} does
     */
    public Users.User create(String username, String password, Map<String, String> particulars)
            throws ClientException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>(particulars);
        body.put("username", username);
        body.put("password", password);
        return send("POST", "/api/admin/user", body, Users.User.class);
    }

    /**
     * Lets a user in, or not any more: then his sessions and tokens end.
     *
     * @throws ClientException as {@link #list} does
     */
    public Users.User setEnabled(String username, boolean enabled) throws ClientException, InterruptedException {
        return send(
                "PATCH", "/api/admin/user/status", Map.of("username", username, "enabled", enabled), Users.User.class);
    }

    /**
     * Gives a user another password, which he must change at the next login. His sessions and tokens end.
     *
     * @throws ClientException as {@link #list} does
     */
    public Users.User resetPassword(String username, String password) throws ClientException, InterruptedException {
        return send(
                "PATCH",
                "/api/admin/user/password",
                Map.of("username", username, "password", password),
                Users.User.class);
    }

    /**
     * Changes the caller's own password. His sessions and tokens end.
     *
     * @throws ClientException as {@link #list} does
     */
    public Changed changeOwnPassword(String current, String wanted) throws ClientException, InterruptedException {
        return send(
                "PATCH",
                "/api/me/password",
                Map.of("current_password", current, "new_password", wanted),
                Changed.class);
    }

    /** What the hub says has been done. */
    public record Changed(String username, String message) {}

    private <T> T send(String method, String path, Map<String, ?> body, Class<T> type)
            throws ClientException, InterruptedException {
        HttpRequest.Builder request = hub.request(path, Map.of())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(ClientJson.write(body)));
        return hub.answer(request, PATIENCE, type);
    }
}
