package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.local.Credentials.Login;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of one as a person needs who confirms a login at Keycloak's pages. */
final class Browser {
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Opens the page, logs in and grants what is asked for. */
    void confirm(URI page, Login person) throws IOException, InterruptedException {
        HttpResponse<String> login = http.send(HttpRequest.newBuilder(page).build(), text());
        HttpResponse<String> grant =
                submit(login, Map.of("username", person.username(), "password", person.password()));
        HttpResponse<String> done = submit(grant, Map.of("accept", "Yes"));
        assertThat(done.body()).contains("Device Login Successful");
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> typed)
            throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as("a form on %s", page.uri()).isTrue();
        Map<String, String> fields = new HashMap<>(typed);
        HIDDEN.matcher(page.body())
                .results()
                .map(input -> input.group())
                .filter(input -> !attribute(input, "name").isEmpty())
                .forEach(input -> fields.putIfAbsent(attribute(input, "name"), attribute(input, "value")));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
        return http.send(
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                text());
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private static String attribute(String tag, String name) {
        Matcher attribute = Pattern.compile(name + "=\"([^\"]*)\"").matcher(tag);
        return attribute.find() ? attribute.group(1) : "";
    }

    /** To a browser, this machine is a safe place for secure cookies also without TLS; to Java it is not. */
    private static final class Cookies extends CookieManager {
        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> relaxed = new HashMap<>(headers);
            relaxed.replaceAll((name, values) -> values.stream()
                    .map(value -> value.replaceAll("(?i);\\s*secure", ""))
                    .toList());
            super.put(uri, relaxed);
        }
    }
}
