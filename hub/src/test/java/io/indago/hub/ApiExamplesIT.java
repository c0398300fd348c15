package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Makes every request of {@code docs/api.md}, and finds in its answer what the page shows. */
@ExtendWith(RunningHub.Extension.class)
class ApiExamplesIT {
    private static final Path PAGE = Path.of("../docs/api.md");

    private final RunningHub hub;

    ApiExamplesIT(RunningHub hub) {
        this.hub = hub;
    }

    private record Example(String request, String answer) {
        /** Whether it takes an administrator. */
        boolean acts() {
            return request.startsWith("POST /api/plugins/")
                    || request.contains("/deliveries")
                    || request.contains("/api/admin/");
        }
    }

    @TestFactory
    Stream<DynamicTest> answersAsThePageShows() throws IOException {
        List<Example> examples = examples();
        assertThat(examples).hasSizeGreaterThan(15);
        String analyst = hub.token("analyst", "tasks users");
        String admin = hub.token("admin", "tasks users mon");
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.request().lines().findFirst().orElseThrow(),
                        () -> holds(example, example.acts() ? admin : analyst)));
    }

    private void holds(Example example, String token) {
        HttpResponse<String> answer = hub.send(request(example.request(), token));
        JsonNode shown = RunningHub.read(example.answer());

        assertThat(answer.statusCode())
                .as(answer.body())
                .isEqualTo(shown.path("status").asInt(200));
        assertThat(isIn(shown, RunningHub.read(answer.body())))
                .as("%s%nis not in%n%s", shown.toPrettyString(), answer.body())
                .isTrue();
    }

    private HttpRequest.Builder request(String text, String token) {
        String[] headAndBody = text.split("\n\n", 2);
        String[] head = headAndBody[0].split("\n");
        String[] verbAndPath = head[0].split(" ");
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.uri(verbAndPath[1]))
                .header("Authorization", "Bearer " + token)
                .method(
                        verbAndPath[0],
                        headAndBody.length == 2
                                ? BodyPublishers.ofString(headAndBody[1].strip())
                                : BodyPublishers.noBody());
        for (int i = 1; i < head.length; i++) {
            String[] header = head[i].split(": ", 2);
            request.header(header[0], header[1]);
        }
        return request;
    }

    /** Every member shown is there, and every element shown is in the array in the order shown. */
    private static boolean isIn(JsonNode shown, JsonNode real) {
        if (shown.isObject()) {
            return StreamSupport.stream(((Iterable<String>) shown::fieldNames).spliterator(), false)
                    .allMatch(name -> real.has(name) && isIn(shown.get(name), real.get(name)));
        }
        if (!shown.isArray()) {
            return shown.equals(real);
        }
        Iterator<JsonNode> rest = real.iterator();
        for (JsonNode element : shown) {
            boolean found = false;
            while (!found && rest.hasNext()) {
                found = isIn(element, rest.next());
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String request = "";
        for (String block : Files.readString(PAGE).split("\n```")) {
            if (block.startsWith("http\n")) {
                request = block.substring("http\n".length());
            } else if (block.startsWith("json\n")) {
                examples.add(new Example(request, block.substring("json\n".length())));
            }
        }
        return examples;
    }
}
