package io.indago.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T03:02:01Z, 2026-05-04T03:02:01Z",
        "2026-05-04T03:02:01.954788, 2026-05-04T03:02:01.954788Z",
        "2026-05-04T03:02:01.954788+00:00, 2026-05-04T03:02:01.954788Z",
        "2026-05-04T03:02:01+0200, 2026-05-04T01:02:01Z",
        "2026-05-04T03:02:01-05:30, 2026-05-04T08:32:01Z",
        "2026-05-04 03:02:01, 2026-05-04T03:02:01Z",
        "2026-05-04 03:02:01 UTC, 2026-05-04T03:02:01Z",
        "2026-05-04T03:02, 2026-05-04T03:02:00Z",
        "' 2026-05-04 ', 2026-05-04T00:00:00Z",
        "9999-12-31, 9999-12-31T00:00:00Z"
    })
    void readsWhatProvidersWrite(String text, Instant time) {
        assertThat(WrittenTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "never",
                "1777863721",
                "2026-02-32",
                "2026-13-01",
                "2026-05-04T25:00:00",
                "2026-05-04T03:02:01 CEST",
                "04/05/2026",
                "0001-01-01T00:00:00Z",
                "1970-01-01",
                "+10000-01-01",
                "+999999999-12-31T23:59:59-18:00"
            })
    void readsNothingElse(String text) {
        assertThat(WrittenTime.parse(text)).isEmpty();
    }
}
