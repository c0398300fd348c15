package io.indago.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An author is told what is wrong, where, and all of it at once. */
class ProblemsTest {
    private static final String GOOD = "report: {summary: '\"seen\"'}\n";

    @Test
    void tellsEverythingAtOnceInTheOrderOfLines() {
        assertThat(Described.whole("""
                        indago: 2
                        id: Not An Id
                        titel: Example
                        types: [ipv4, ipv9]
                        request:
                          url: ftp://example.com
                          qurey: {a: b}
                          query: {a: "{valeu}"}
                        report:
                          summary: .a[0 | foo
                          score: nosuchfunction
                          scroe: 1
                        """).problems())
                .containsExactly(
                        "example.yaml:1: indago: is '2', expected 1",
                        "example.yaml:1: title: is missing: The provider's own name.",
                        "example.yaml:2: id: is 'Not An Id', expected up to 40 lower-case letters, digits and hyphens",
                        "example.yaml:3: titel: no such field: did you mean title?",
                        "example.yaml:4: types[1]: is 'ipv9', expected one of [ipv4, ipv6, domain, fqdn, url, md5, sha1,"
                                + " sha256, sha512, cidr, email, cve, asn], perhaps ipv4",
                        "example.yaml:6: request.url: is 'ftp://example.com', expected an absolute https URL without"
                                + " query and placeholders",
                        "example.yaml:7: request.qurey: no such field: did you mean query?",
                        "example.yaml:8: request.query.a: has the unknown placeholder {valeu}: did you mean {value}?",
                        "example.yaml:10: report.summary: no valid jq: Encountered \"<EOF>\" at column 10 of '.a[0 | foo'",
                        "example.yaml:10: report.confidence: is missing: a score and its confidence go together",
                        "example.yaml:11: report.score: jq: Function nosuchfunction/0 does not exist",
                        "example.yaml:12: report.scroe: no such field: did you mean score?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: b: c                                       | example.yaml:6: no valid YAML: mapping values are not allowed here",
                "title: Again                                  | example.yaml:6: title: is there twice, first in line 3",
                "homepage: !!java.net.URL [\"http://x\"]       | example.yaml:6: homepage: tags are not allowed: remove tag:yaml.org,2002:java.net.URL",
                "hosts: &a [a.example]                         | example.yaml:6: hosts: anchors are not allowed: remove &a",
                "hosts: *a                                     | example.yaml:6: hosts: aliases are not allowed: write out what *a stands for",
                "hosts: [b.example]                            | example.yaml:6: hosts: lacks [api.example.com], where its calls go: add it, or remove hosts",
                "freshFor: 1 day                               | example.yaml:6: freshFor: is '1 day', expected a span of time: 500ms, 10s, 5m, 1h or 30d",
                "title:                                        | example.yaml:6: title: is there twice, first in line 3",
                "homepage:                                     | example.yaml:6: homepage: has no value: give it one, or remove it",
                "internal: yes                                 | example.yaml:6: internal: is 'yes', expected true or false",
                "quotas: {calls: 0, per: 1d}                   | example.yaml:6: quotas.calls: is '0', expected a whole number from 1 to 2147483647",
                "auth: {kind: bearer, secret: key}             | example.yaml:6: auth.secret: no setting key in config: add it there, with type secret",
                "status: {200: no_data}                        | example.yaml:6: status.200: is named wrong: expected an HTTP status of 201 to 599",
                "let: {value: \"1\"}                           | example.yaml:6: let: gives value another meaning: choose another name",
                "read: com.example.Gone                        | example.yaml:6: read: is beside report: it is one or the other",
                "polling: {every: 1s, until: \"true\"}         | example.yaml:6: polling.take: is missing: What to take from the first reply, for placeholders."
            })
    void saysWhatIsWrongAndWhere(String line, String problem) {
        assertThat(Described.with(line + "\n" + GOOD).problems()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: integer, help: h}                      | default: is missing: a setting of that type has one, or is required",
                "{type: integer, help: h, default: many}       | default: 'many' is no integer",
                "{type: flag, help: h, default: 1}             | default: '1' is no flag",
                "{type: text, help: h, default: c, oneOf: [a]} | default: 'c' is not one of [a]",
                "{type: text, help: h, oneOf: [a, a]}          | oneOf: names a value twice",
                "{type: text, help: h, pattern: '['}           | pattern: is no regular expression: Unclosed character class",
                "{type: text, help: h, pattern: a, default: b} | default: does not match the pattern a",
                "{type: flag, help: h, pattern: a}             | pattern: is for a text, a secret or an integer",
                "{type: secret, help: h, default: s3cret}      | default: 's3cret' is no secret any more when it is written here",
                "{type: number, help: h}                       | type: is 'number', expected one of [text, secret, integer, flag, duration, url]"
            })
    void refusesSettingsThatMakeNoSense(String setting, String problem) {
        assertThat(Described.with("config: {some-name: " + setting + "}\n" + GOOD)
                        .problems())
                .contains("example.yaml:6: config.some-name." + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{url: \"http://api.example.com\"}                | url: is not https, which only a provider that says internal: true may do without",
                "{url: \"https://api.example.com\", form: {a: b}} | method: is GET, which has no body: use POST",
                "{url: \"https://api.example.com\", headers: {Host: b}} | headers.Host: is set by the hub",
                "{url: \"https://api.example.com\", headers: {\"a b\": b}} | headers.a b: is no header's name",
                "{url: \"https://api.example.com\", path: \"/a{\"} | path: has a lone { in 'a{': write {{ for the character itself",
                "{url: \"https://api.example.com\", path: \"/{next}\"} | path: has the unknown placeholder {next}: known are [value, type]",
                "{url: \"https://api.example.com\", variants: {types: [ipv6], path: /}} | variants.types: ipv6 is none of the provider's types",
                "{url: \"https://api.example.com\", method: POST, json: {a: [\"{b}\"]}} | json.a[0]: has the unknown placeholder {b}: known are [value, type]"
            })
    void refusesRequestsThatMakeNoSense(String request, String problem) {
        String yaml = "indago: 1\nid: example\ntitle: Example\ntypes: [ipv4]\nrequest: " + request + "\n" + GOOD;
        assertThat(Described.whole(yaml).problems()).contains("example.yaml:5: request." + problem);
    }

    @Test
    void pointsAtTheLineOfAnExpression() {
        List<String> problems = Described.with("""
                functions: |
                  def one: 1;
                  def two: 2;
                report:
                  summary: |
                    if one == two
                    then "a"
                    else b c
                    end
                """).problems();

        assertThat(problems).singleElement().asString().startsWith("example.yaml:13: report.summary: no valid jq: ");
        assertThat(problems.get(0)).contains("column", "'else b c'");
    }

    @Test
    void saysThatFunctionsAreWrongOnce() {
        assertThat(Described.with("functions: 'def a: ;'\n" + GOOD).problems())
                .singleElement()
                .asString()
                .startsWith("example.yaml:6: functions: no valid jq: ");
    }

    @Test
    void needsAReportOrAReader() {
        assertThat(Described.with("").problems())
                .containsExactly("example.yaml:1: report: is missing: say what a reply means, or read");
        assertThat(Described.with("read: com.example.Gone").problems())
                .containsExactly("example.yaml:6: read: no class com.example.Gone in the plugin: a file alone has none,"
                        + " put both into a jar");
        assertThat(Described.with("read: java.lang.String").problems())
                .containsExactly(
                        "example.yaml:6: read: java.lang.String is no io.indago.spi.ReplyReader: implement it");
    }

    @Test
    void readsNoBomb() {
        assertThat(Described.whole("a: " + "[".repeat(500)).problems())
                .singleElement()
                .asString()
                .contains("is nested deeper than 20");
        assertThat(Described.whole("a: " + "x".repeat(300_000)).problems())
                .containsExactly("example.yaml: is longer than 256 KiB");
        assertThat(Described.whole("").problems()).containsExactly("example.yaml: is empty");
        assertThat(Described.whole("--- {a: b}\n--- {a: b}\n").problems())
                .contains("example.yaml:2: a file holds one descriptor: make a file of the second");
        assertThat(Described.whole("[a]").problems())
                .containsExactly("example.yaml:1: is a list, expected a mapping with the descriptor's fields");
        assertThat(Described.whole("a: \u0007").problems())
                .containsExactly("example.yaml: no valid YAML: it has the character U+0007");
        assertThat(Described.with("report: {summary: '" + "(".repeat(50_000) + "'}")
                        .problems())
                .singleElement()
                .asString()
                .contains("no valid jq");
    }
}
