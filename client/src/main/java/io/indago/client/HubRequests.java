package io.indago.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;

/** Requests to a hub, with a token, and what it answers. */
record HubRequests(Transport transport, String address, TokenSource tokens) {

    HttpRequest.Builder request(String path, Map<String, String> parameters) {
        String query = parameters.isEmpty() ? "" : "?" + UrlEncoded.of(parameters);
        return HttpRequest.newBuilder(URI.create(address + path + query))
                .header("Accept", "application/json, application/problem+json")
                .header("User-Agent", ClientVersion.USER_AGENT);
    }

    /** What the hub answers to that request. */
    <T> T answer(HttpRequest.Builder request, Duration patience, Class<T> type)
            throws ClientException, InterruptedException {
        return ClientJson.read(ask(request, patience), type);
    }

    /** What the hub answers, as it is. */
    String text(HttpRequest.Builder request, Duration patience) throws ClientException, InterruptedException {
        return ask(request, patience).body();
    }

    /** A token may be refused though it looks good: the server's keys changed, say. Then another one gets a try. */
    private Answer ask(HttpRequest.Builder request, Duration patience) throws ClientException, InterruptedException {
        String token = tokens.token();
        Answer answer = send(request, token, patience);
        if (answer.status() == 401) {
            tokens.refused(token);
            String other = tokens.token();
            answer = other.equals(token) ? answer : send(request, other, patience);
        }
        if (answer.status() != 200 && answer.status() != 201) {
            throw new ApiException(Problem.of(answer), answer.retryAfter());
        }
        return answer;
    }

    private Answer send(HttpRequest.Builder request, String token, Duration patience)
            throws NoAnswerException, InterruptedException {
        return transport.send(
                request.setHeader("Authorization", "Bearer " + token).build(), patience);
    }
}
