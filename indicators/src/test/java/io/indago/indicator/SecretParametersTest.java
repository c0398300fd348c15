package io.indago.indicator;

import static io.indago.indicator.Parsing.parse;
import static io.indago.indicator.Parsing.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import io.indago.indicator.ParsedIndicator.Warning;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretParametersTest {
    static Stream<String> listed() {
        return Stream.concat(SecretParameters.NAMES.stream(), SecretParameters.WORDS.stream());
    }

    @ParameterizedTest
    @MethodSource("listed")
    void stripsEveryListedName(String name) {
        assertThat(parse("http://evil.com/?a=1&" + name + "=s3cret&b=2").lookupValue())
                .isEqualTo("http://evil.com/?a=1&b=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "access_token",
                "key",
                "apikey",
                "api_key",
                "API-Key",
                "session",
                "sessionid",
                "PHPSESSID",
                "sid",
                "password",
                "passwd",
                "pwd",
                "client_secret",
                "auth",
                "sig",
                "X-Amz-Signature",
                "code",
                "email",
                "user_email",
                "user[password]",
                "tok%65n",
                "%74oken",
                "to+ken",
                "SAMLResponse",
                "id_token",
                "csrfToken",
            })
    void recognisesNamesHoweverSpelled(String name) {
        ParsedIndicator parsed = parse("http://evil.com/a?" + name + "=s3cret");

        assertThat(parsed.lookupValue()).isEqualTo("http://evil.com/a");
        assertThat(parsed.value()).contains("s3cret");
        assertThat(parsed.warnings()).extracting(Warning::code).containsExactly("secret-parameter-stripped");
        assertThat(parsed.warnings()).extracting(Warning::text).noneMatch(text -> text.contains("s3cret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?u=jane@corp.com|",
                "?a?sid=1|",
                "?u=jane%40corp.com&a=1|?a=1",
                "?jane@corp.com|",
                "?q=mail+jane@corp.com|",
                "?a=1;token=x;b=2|?a=1;b=2",
                "?token=x;a=1|?a=1",
                "?token|",
                "?next=https://h/?token=abc|",
                "?next=https%3A%2F%2Fh%2F%3Ftoken%3Dabc&a=1|?a=1",
                "?next=https://u:p@intranet/|",
                "?j=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln|",
                ";jsessionid=1A2B|",
                ";jsessionid=1A2B?a=1|?a=1",
                ";v=1;token=x/b|;v=1/b",
            })
    void stripsWhatIsASecretByItsValueOrPlace(String given, String left) {
        assertThat(parse("http://evil.com/a" + given).lookupValue())
                .isEqualTo("http://evil.com/a" + (left == null ? "" : left));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "?a",
                "?a=1&a=1",
                "?&&a=1&",
                "?;a=1",
                "?keyword=x",
                "?country_code=de",
                "?monkey=1",
                "?q=@jane",
                "?q=a@b",
                "/@jane",
                ";v=1",
                "/..;/b",
                "?next=https://h/?a=1",
            })
    void leavesTheRestAlone(String tail) {
        assertThat(parse("http://evil.com/a" + tail).lookupValue()).isEqualTo("http://evil.com/a" + tail);
        assertThat(warnings("http://evil.com/a" + tail)).isEmpty();
    }

    @Test
    void makesNoDotSegmentByStripping() {
        assertThat(parse("http://evil.com/a/..;token=x/b").lookupValue()).isEqualTo("http://evil.com/a/..;/b");
    }

    @Test
    void stripsUserinfo() {
        ParsedIndicator parsed = parse("https://jane:hunter2@evil.com/x");

        assertThat(parsed.value()).isEqualTo("https://jane:hunter2@evil.com/x");
        assertThat(parsed.lookupValue()).isEqualTo("https://evil.com/x");
        assertThat(warnings("https://jane:hunter2@evil.com/x")).containsExactly("userinfo-stripped");
    }

    /** SECURITY.md, T-14. */
    @Test
    void sendsNeitherCredentialsNorToken() {
        assertThat(parse("http://user:pw@h/?token=x").indicator().value()).isEqualTo("http://h/");
    }
}
