package io.indago.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentHeadersTest {

    @Test
    void sendsTheLastOfEachNameAndTheBodysType() {
        assertThat(SentHeaders.of(
                        List.of(Map.entry("X-Key", "a"), Map.entry("Accept", "text/csv"), Map.entry("x-key", "b")),
                        Optional.of("application/json")))
                .containsOnly(
                        entry("X-Key", "b"), entry("Accept", "text/csv"), entry("Content-Type", "application/json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CamelHttpUri", "CAMELHTTPURI", "org.apache.camel.x", "Host", "content-length", "Connection"})
    void sendsNothingThatSteersCamelOrBelongsToTheConnection(String name) {
        assertThat(SentHeaders.of(List.of(Map.entry(name, "x")), Optional.empty()))
                .isEmpty();
    }
}
