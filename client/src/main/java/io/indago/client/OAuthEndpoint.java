package io.indago.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;

/** An endpoint of a login server that takes a form and answers JSON, or refuses with a reason (RFC 6749, 5). */
record OAuthEndpoint(Transport transport, URI address) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    <T> T ask(Map<String, String> form, Class<T> type)
            throws RefusalException, NoAnswerException, InterruptedException {
        return ClientJson.read(post(form), type);
    }

    /** For where success has nothing to say. */
    void tell(Map<String, String> form) throws RefusalException, NoAnswerException, InterruptedException {
        post(form);
    }

    private Answer post(Map<String, String> form) throws RefusalException, NoAnswerException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("User-Agent", ClientVersion.USER_AGENT)
                .POST(BodyPublishers.ofString(UrlEncoded.of(form)))
                .build();
        Answer answer = transport.send(request, PATIENCE);
        return switch (answer.status()) {
            case 200 -> answer;
            case 400, 401, 403 ->
                throw new RefusalException(answer.server(), ClientJson.read(answer, TokenRefusal.class));
            default ->
                throw new NoAnswerException(
                        answer.server(), "the login server " + answer.server() + " answered HTTP " + answer.status());
        };
    }

    /** The login server says no. */
    static final class RefusalException extends Exception {
        private static final long serialVersionUID = 1;

        private final String server;
        private final transient TokenRefusal refusal;

        RefusalException(String server, TokenRefusal refusal) {
            super(refusal.sentence());
            this.server = server;
            this.refusal = refusal;
        }

        String server() {
            return server;
        }

        String error() {
            return refusal.error();
        }
    }
}
