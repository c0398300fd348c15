package io.indago.plugins.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    @ParameterizedTest
    @CsvSource({
        "http://evil.example/payload.exe, evil.example",
        "https://evil.example:8443?a=b, evil.example",
        "http://EVIL.example#top, evil.example",
        "http://a_b.evil.example/, a_b.evil.example",
        "ftp://someone@evil.example/a@b, evil.example",
        "http://evil.example/?u=http://good.example/, evil.example",
        "http://192.0.2.1:8080/x, 1.2.0.192.in-addr.arpa",
        "http://[2001:db8::1]/, 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"
    })
    void asksAboutTheHostOfAUrl(String url, String name) {
        assertThat(Question.of(Indicator.of(IndicatorType.URL, url)))
                .map(Question::name)
                .contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://intranet/", "http://[::1/", "http:///path", "mailto:someone", "http://a b.example/"})
    void asksNothingAboutAUrlWithoutAPublicHost(String url) {
        assertThat(Question.of(Indicator.of(IndicatorType.URL, url))).isEmpty();
    }

    @Test
    void asksANameForItsRecordsAndAnAddressForItsName() {
        assertThat(Question.of(Indicator.of(IndicatorType.FQDN, "mail.evil.example")))
                .get()
                .isEqualTo(new Question(
                        "mail.evil.example", List.of(RecordType.A, RecordType.AAAA, RecordType.MX, RecordType.TXT)));
        assertThat(Question.of(Indicator.of(IndicatorType.IPV4, "192.0.2.1")))
                .get()
                .isEqualTo(new Question("1.2.0.192.in-addr.arpa", List.of(RecordType.PTR)));
    }

    @Test
    void asksForTheMailServersOfAnEmailAddressAndNotForWhoHasIt() {
        assertThat(Question.of(Indicator.of(IndicatorType.EMAIL, "Jane.Doe@mail.evil.example")))
                .get()
                .isEqualTo(new Question("mail.evil.example", List.of(RecordType.MX, RecordType.TXT)));
        assertThat(Question.of(Indicator.of(IndicatorType.EMAIL, "jane@intranet")))
                .isEmpty();
    }

    @Test
    void refusesTypesTheProviderDoesNotDeclare() {
        assertThatThrownBy(() -> Question.of(Indicator.of(IndicatorType.MD5, "0".repeat(32))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
