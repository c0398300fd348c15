package io.indago.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.PluginConfig;
import io.indago.spi.ProviderException;
import io.indago.spi.ReplyReader;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls are made. */
class RequestTest {
    private static final String TYPES = """
            indago: 1
            id: example
            title: Example
            types: [ipv4, url, sha256]
            report: {summary: '"seen"'}
            """;
    private static final Indicator URL = Indicator.of(IndicatorType.URL, "http://a.example/b?c=d&e=\"ü{}/..");

    @Test
    void encodesAValueForWhereItIsPut() {
        Described described = Described.whole(TYPES + """
                request:
                  method: POST
                  url: https://api.example.com/v1
                  path: /find/{type}/x-{value}/
                  query: {q: "url:{value}", all: true, limit: 10}
                  headers: {X-Type: "{type}"}
                  json: {text: "{value}", "{type}": [1, {deep: "{{{type}}}"}], none: null, more: true, half: 0.5}
                """);
        described.lookup(URL, call -> Described.reply(200, "{}"));
        HttpCall call = described.calls().get(0);

        String encoded = "http%3A%2F%2Fa.example%2Fb%3Fc%3Dd%26e%3D%22%C3%BC%7B%7D%2F..";
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri().toString())
                .isEqualTo("https://api.example.com/v1/find/url/x-" + encoded + "/?q=url%3A" + encoded
                        + "&all=true&limit=10");
        assertThat(call.headers()).contains(Map.entry("X-Type", "url"));
        assertThat(call.body())
                .contains("{\"text\":\"http://a.example/b?c=d&e=\\\"ü{}/..\",\"{type}\":[1,{\"deep\":\"{url}\"}],"
                        + "\"none\":null,\"more\":true,\"half\":0.5}");
        assertThat(described.spec().hosts()).containsExactly("api.example.com");
    }

    @Test
    void asksAboutSomeTypesInAnotherWay() {
        Described described = Described.whole(TYPES + """
                request:
                  url: https://api.example.com
                  path: /ip/{value}
                  query: {a: b}
                  variants:
                    - {types: url, method: POST, path: /url, form: {url: "{value}", x: y}}
                    - {types: [sha256], url: "https://files.example.com/api"}
                """);

        described.lookup(URL, call -> Described.reply(200, "{}"));
        described.lookup(Described.ADDRESS, call -> Described.reply(200, "{}"));
        described.lookup(Indicator.of(IndicatorType.SHA256, "abc"), call -> Described.reply(200, "{}"));

        assertThat(described.calls())
                .extracting(call -> call.method() + " " + call.uri())
                .containsExactly(
                        "POST https://api.example.com/url?a=b",
                        "GET https://api.example.com/ip/203.0.114.9?a=b",
                        "GET https://files.example.com/api/ip/abc?a=b");
        assertThat(described.calls().get(0).body())
                .contains("url=http%3A%2F%2Fa.example%2Fb%3Fc%3Dd%26e%3D%22%C3%BC%7B%7D%2F..&x=y");
        assertThat(described.spec().hosts()).containsExactlyInAnyOrder("api.example.com", "files.example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: header, name: X-Key, secret: key}                  | GET https://api.example.com/ip/203.0.114.9 X-Key: *** | X-Key=s3cret",
                "{kind: header, name: X-Key, prefix: 'Token ', secret: key} | GET https://api.example.com/ip/203.0.114.9 X-Key: Token *** | X-Key=Token s3cret",
                "{kind: bearer, secret: key}                                | GET https://api.example.com/ip/203.0.114.9 Authorization: Bearer *** | Authorization=Bearer s3cret",
                "{kind: basic, user: user, secret: key}                     | GET https://api.example.com/ip/203.0.114.9 Authorization: *** | Authorization=Basic bWU6czNjcmV0",
                "{kind: query, name: key, secret: key}                      | GET https://api.example.com/ip/203.0.114.9?key=*** | ''"
            })
    void saysWhoAsksWithoutShowingIt(String auth, String shown, String header) {
        String yaml = "config: {key: {type: secret, help: h}, user: {type: text, help: h}}\nauth: " + auth
                + "\nreport: {summary: '\"seen\"'}";
        HttpCall call =
                Described.with(yaml).set(Map.of("key", "s3cret", "user", "me")).firstCall();

        assertThat(call).hasToString(shown);
        assertThat(call.headers().toString()).isEqualTo(header.isEmpty() ? "[]" : "[" + header + "]");
        assertThat(Described.with(yaml).firstCall()).hasToString("GET https://api.example.com/ip/203.0.114.9");
    }

    @Test
    void putsASecretIntoAForm() {
        Described described = Described.whole(TYPES + """
                config: {key: {type: secret, help: h}}
                auth: {kind: form, name: apikey, secret: key}
                request: {method: POST, url: "https://api.example.com", form: {q: "{value}"}}
                """);

        HttpCall call = described.set(Map.of("key", "s3 cret")).firstCall();

        assertThat(call.body()).contains("q=203.0.114.9&apikey=s3%20cret");
        assertThat(call.toString()).doesNotContain("cret");
    }

    @Test
    void fillsInSettingsAndWhatIsMadeOfTheValue() {
        Described described = Described.with("""
                config:
                  days: {type: integer, help: h, default: 90, pattern: "[0-9]{1,3}"}
                  deep: {type: flag, help: h}
                  age: {type: duration, help: h, default: 10m}
                  place: {type: text, help: h}
                let:
                  last: $value | split(".") | last
                  none: "null"
                health: {method: POST, url: "https://api.example.com/me", json: {d: "{config.days}", f: "{config.deep}", t: "{config.days}!", gone: "{config.place}"}, up: .ok}
                report: {summary: '"\\($config.days) \\($last) \\($config.place)"'}
                """);

        assertThat(described.lookup("{}").summary()).isEqualTo("90 9 null");
        assertThatThrownBy(() -> described.set(Map.of("days", "1234")).provider())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("days does not match [0-9]{1,3}: h");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        Described described = Described.whole(TYPES + """
                config: {place: {type: text, help: h}, days: {type: integer, help: h, default: 7}}
                let: {none: "null"}
                request:
                  method: POST
                  url: https://api.example.com
                  query: {a: "{config.place}", b: "{none}", c: "{config.days}"}
                  headers: {X-A: "{config.place}"}
                  json: {a: "{config.place}", d: "{config.days}", e: "{config.days} days", f: ["{none}", 1]}
                """);

        HttpCall call = described.firstCall();

        assertThat(call).hasToString("POST https://api.example.com?c=7");
        assertThat(call.body()).contains("{\"d\":7,\"e\":\"7 days\",\"f\":[1]}");
    }

    @Test
    void failsWithoutAValueForThePath() {
        Described described = Described.whole(TYPES + "config: {place: {type: text, help: h}}\n"
                + "request: {url: \"https://api.example.com\", path: \"/{config.place}\"}\n");

        assertThat(described.failure("{}"))
                .hasMessage("request.path has a placeholder without a value: give the setting a default")
                .extracting(ProviderException::kind)
                .isEqualTo(ErrorKind.INTERNAL);
    }

    @Test
    void readsPageAfterPage() {
        Described paged = Described.whole(TYPES.replace("'\"seen\"'", "'\"\\([.[].n] | join(\",\"))\"'") + """
                request: {url: "https://api.example.com", query: {q: "{value}", cursor: "{next}"}}
                paging: {next: .next, most: 3}
                """);
        assertThat(paged.lookup(Described.ADDRESS, pages("1", "2", "3", "4")).summary())
                .isEqualTo("1,2,3");
        assertThat(paged.calls())
                .extracting(HttpCall::toString)
                .containsExactly(
                        "GET https://api.example.com?q=203.0.114.9",
                        "GET https://api.example.com?q=203.0.114.9&cursor=1",
                        "GET https://api.example.com?q=203.0.114.9&cursor=2");
        assertThat(paged.lookup(Described.ADDRESS, pages("1", "2")).summary()).isEqualTo("1,2");
    }

    private static Function<HttpCall, HttpReply> pages(String... names) {
        List<String> left = new ArrayList<>(List.of(names));
        return call -> {
            String name = left.remove(0);
            String next = left.isEmpty() ? "null" : "\"" + name + "\"";
            return Described.reply(200, "{\"n\": \"" + name + "\", \"next\": " + next + "}");
        };
    }

    @Test
    void followsLinks() {
        Described described = Described.with("""
                paging: {next: .next, link: true, most: 2}
                report: {summary: '"\\(length) pages"'}
                """);
        String link = "https://api.example.com/ip?after=a%20b%26&x#end";

        Report report =
                described.lookup(Described.ADDRESS, call -> Described.reply(200, "{\"next\": \"" + link + "\"}"));

        assertThat(report.summary()).isEqualTo("2 pages");
        assertThat(described.calls().get(1)).hasToString("GET https://api.example.com/ip?after=a%20b%26&x=");
        described.assertBadReply("{\"next\": \"/ip\"}", "expected the whole URL of the next page");
        described.assertBadReply("{\"next\": {}}", "expected a text, a number or null");
        described.assertBadReply("{\"next\": \"https://api.example.com/?%zz\"}", "the link to the next page is no URL");
    }

    @Test
    void pollsUntilTheResultIsThere() {
        Described described = Described.whole(TYPES + """
                request: {method: POST, url: "https://api.example.com/search", json: {term: "{value}"}}
                polling:
                  take: {job: .id}
                  request: {url: "https://api.example.com/result", path: "/{job}"}
                  until: .done
                  every: 500ms
                outcomes: {when: .hits == 0, is: no_data, because: nothing was found}
                """);
        List<String> replies =
                new ArrayList<>(List.of("{\"id\": 7}", "{\"done\": false}", "{\"done\": true, \"hits\": 0}"));

        Report report = described.lookup(Described.ADDRESS, call -> Described.reply(200, replies.remove(0)));

        assertThat(report.summary()).isEqualTo("nothing was found");
        assertThat(described.pauses()).containsExactly(Duration.ofMillis(500), Duration.ofMillis(500));
        assertThat(described.calls())
                .extracting(HttpCall::toString)
                .containsExactly(
                        "POST https://api.example.com/search",
                        "GET https://api.example.com/result/7",
                        "GET https://api.example.com/result/7");
        described.assertBadReply("{}", "polling.take.job (example.yaml:8) gave null, expected a text or a number");
    }

    @Test
    void isHealthyWhereTheReplySaysSo() throws Exception {
        Described described = Described.with("""
                health: {url: "https://api.example.com/ping", up: '.ok == true'}
                report: {summary: '"seen"'}
                """);

        assertThat(health(described, "{\"ok\": true}").state()).isEqualTo(Health.State.UP);
        assertThat(health(described, "{\"ok\": false}").state()).isEqualTo(Health.State.DOWN);
        assertThat(described.calls().get(0)).hasToString("GET https://api.example.com/ping");
        assertThat(health(Described.with("report: {summary: '\"seen\"'}"), "{}").state())
                .isEqualTo(Health.State.UNKNOWN);
    }

    private static Health health(Described described, String body) throws Exception {
        return described.run(described.provider().health(Described.CONTEXT), call -> Described.reply(200, body));
    }

    @Test
    void leavesReadingToAClass() {
        Described described = Described.with("""
                outcomes: {when: .total == 0, is: no_data, because: none}
                read: io.indago.toolkit.RequestTest$Reader
                """);

        assertThat(described.lookup("{\"total\": 1, \"word\": \"hello\"}").summary())
                .isEqualTo("hello 203.0.114.9");
        assertThat(described.lookup("{\"total\": 0}").summary()).isEqualTo("none");
    }

    /** Named by a descriptor. */
    public static final class Reader implements ReplyReader {
        @Override
        public Step<Report> read(HttpReply reply, Indicator indicator, PluginConfig config, LookupContext context) {
            return Step.done(Report.hit(reply.json().textAt("/word", "") + " " + indicator.value())
                    .build());
        }
    }

    @Test
    void saysWhyAReaderCanNotBeCreated() {
        Described described = Described.with("read: io.indago.toolkit.RequestTest$Hidden");

        assertThatThrownBy(described::provider)
                .hasMessageContaining("io.indago.toolkit.RequestTest$Hidden can't be created: make it a public class");
    }

    /** Has no constructor for anybody. */
    public abstract static class Hidden implements ReplyReader {}
}
