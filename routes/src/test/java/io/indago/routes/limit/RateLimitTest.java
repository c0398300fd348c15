package io.indago.routes.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    @ParameterizedTest
    @ValueSource(strings = {"none", "600/1m, 50000/1d", "1/1s", "10/90s, 20/2h"})
    void isWrittenAsItIsRead(String text) {
        assertThat(RateLimit.of(text)).hasToString(text);
    }

    @Test
    void isReadWithOrWithoutSpaces() {
        assertThat(RateLimit.of(" 600/1m,50000/24h ")).hasToString("600/1m, 50000/1d");
        assertThat(RateLimit.of("NONE").windows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "600",
                "0/1m",
                "600/1m,",
                "600/2d",
                "600/500ms",
                "1/1s,1/2s,1/3s,1/4s,1/5s",
                "-1/1m",
                "1000000001/1d"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> RateLimit.of(text)).hasMessageContaining("600/1m, 50000/1d, or none");
    }
}
