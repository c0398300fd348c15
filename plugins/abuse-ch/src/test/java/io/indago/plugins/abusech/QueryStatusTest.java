package io.indago.plugins.abusech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.ProviderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStatusTest {
    private static final QueryStatus STATUS = new QueryStatus("A Service");

    @ParameterizedTest
    @CsvSource({
        "illegal_hash, INVALID_INPUT",
        "illegal_search_term, INVALID_INPUT",
        "invalid_url, INVALID_INPUT",
        "invalid_host, INVALID_INPUT",
        "invalid_md5, INVALID_INPUT",
        "invalid_sha256, INVALID_INPUT",
        "no_hash_provided, INVALID_INPUT",
        "http_post_expected, INVALID_INPUT",
        "no_api_key, UNAUTHORIZED",
        "unknown_auth_key, UNAUTHORIZED",
        "user_blacklisted, UNAUTHORIZED",
        "abc_is_no_key, BAD_REPLY"
    })
    void failsAsTheStatusInTheBodySays(String status, ErrorKind kind) {
        assertFailure("{\"query_status\":\"" + status + "\",\"data\":[{}]}", kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"query_status\":null}",
                "{\"query_status\":7}",
                "{\"error\":\"Unauthorized\"}"
            })
    void refusesWhatIsNoAnswer(String body) {
        assertFailure(body, ErrorKind.BAD_REPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash_not_found", "no_result", "no_results"})
    void tellsAMissFromAnError(String status) {
        assertThat(STATUS.isOk(Json.parse("{\"query_status\":\"" + status + "\",\"data\":\"nothing\"}")))
                .isFalse();
    }

    @Test
    void knowsAnAnswer() {
        assertThat(STATUS.isOk(Json.parse("{\"query_status\":\"ok\"}"))).isTrue();
    }

    private static void assertFailure(String body, ErrorKind kind) {
        assertThatThrownBy(() -> STATUS.isOk(Json.parse(body)))
                .hasMessageStartingWith("A Service")
                .hasMessageNotContaining("abc")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }
}
