package io.indago.routes.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.indago.spi.Secret;
import java.io.IOException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value of a URI is ever in a message, wherever the URI has it and however Camel spells it. */
class EndpointUriTest {
    private static final String[] SECRETS = {
        "h4nter2", "alice", "s3c ret", "s3c%20ret", "s3c+ret", "p&b)c", "b)c", "xyz"
    };

    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void giveAPlaceholderItsValue() {
        camel.getPropertiesComponent().addInitialProperty("colour", "h4nter2");
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void leadsToItsEndpoint() {
        assertThat(uri("direct:somewhere?timeout=5").resolve(camel).getEndpointUri())
                .isEqualTo("direct://somewhere?timeout=5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direct:a?colour=h4nter2",
                "direct:a?block=h4nter2",
                "direct:a?timeout=h4nter2",
                "direct:a?colour=RAW(h4nter2)",
                "direct:a?colour=RAW(p&b)c)&timeout=5",
                "direct:a?colour=RAW{p&b)c}&timeout=h4nter2",
                "direct:a?colour=s3c%20ret",
                "direct:a?colour=s3c+ret",
                "direct:a?timeout=s3c%20ret",
                "https://alice:h4nter2@chat.example.com/T000/B000?connectTimeout=s3c%20ret",
                "kafka:a?brokers=b.invalid:9&saslJaasConfig=RAW(p&b)c)&colour=red",
                "kafka:a?brokers=b.invalid:9&lingerMs=h4nter2",
                "nothing:a?password=h4nter2",
                "nothing:a?password=xyz",
                "nothing://alice:h4nter2@mail.example.com?password=RAW(p&b)c)",
                "htps://chat.example.com/services/T000/h4nter2",
                "htps://alice:xyz@chat.example.com/services",
                "no endpoint at all: h4nter2",
                "h4nter2",
                "http://[h4nter2",
                "direct:a?h4nter2",
                "direct:a?colour=%zzh4nter2",
                "direct:",
                "direct:a?colour={{h4nter2}}",
                "direct:a?colour={{colour}}"
            })
    void tellsNoneOfItsValuesWhereItLeadsNowhere(String text) {
        Throwable failure = catchThrowable(() -> uri(text).resolve(camel));

        assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasNoCause();
        assertThat(failure.getMessage())
                .startsWith("its uri leads nowhere: ")
                .doesNotContain(SECRETS)
                .doesNotContain("\n");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> uri("direct:a?colour=red").resolve(camel)).hasMessageContaining("{colour=…}");
        assertThatThrownBy(() -> uri("htps://chat.example.com/T000").resolve(camel))
                .hasMessage("its uri leads nowhere: the hub has no Camel component 'htps'");
        assertThatThrownBy(() -> uri("chat.example.com").resolve(camel))
                .hasMessage("its uri leads nowhere: it does not begin with a Camel component's name and a colon, as"
                        + " file: does");
    }

    @Test
    void tellsNoneOfItsValuesWhereItIsNotAnswered() {
        EndpointUri uri = uri("smtp://alice:h4nter2@mail.example.com/inbox?to=RAW(p&b)c)&subject=s3c%20ret");
        IOException refused =
                new IOException("535 alice/h4nter2 may not\nwrite s3c ret, s3c+ret or s3c%20ret to p&b)c");

        assertThat(uri.hidden(new IllegalStateException("outside", refused)))
                .isEqualTo("535 …/… may not write …, … or … to …");
    }

    @Test
    void tellsNoTokenInAPathButFolders() {
        assertThat(uri("https://chat.example.com/services/T000/h4nter2")
                        .hidden(new IOException("https://chat.example.com/services/T000/h4nter2/ is gone")))
                .isEqualTo("…/ is gone");
        assertThat(uri("ftp:host/in/h4nter2?passive=true").hidden(new IOException("550 in/h4nter2")))
                .isEqualTo("550 …");
        assertThat(uri("file:/var/lib/archive").hidden(new IOException("/var/lib/archive is read-only")))
                .isEqualTo("/var/lib/archive is read-only");
    }

    @Test
    void hidesAShortValueOnlyWhereItStandsAlone() {
        assertThat(uri("direct:a?token=abc").hidden(new IOException("abc: no such abcess, abc")))
                .isEqualTo("…: no such abcess, …");
    }

    @Test
    void namesAFailureThatSaysNothing() {
        assertThat(uri("direct:a").hidden(new IOException())).isEqualTo("IOException");
    }

    @Test
    void isNotShown() {
        assertThat(uri("direct:a?token=h4nter2")).hasToString("EndpointUri");
    }

    private EndpointUri uri(String text) {
        return EndpointUri.of(Secret.of("uri", text), camel);
    }
}
