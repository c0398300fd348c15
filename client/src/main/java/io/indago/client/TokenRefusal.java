package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** Why a token endpoint gives no token (RFC 6749, 5.2). */
record TokenRefusal(
        String error, @JsonProperty("error_description") Optional<String> description) {

    TokenRefusal {
        requireNonNull(error, "error");
    }

    String sentence() {
        return error + description.map(text -> " (" + text + ")").orElse("");
    }
}
