package io.indago.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What went wrong with a request, after RFC 9457.
 *
 * @param type a stable URI that names the kind of problem: {@code urn:indago:problem:invalid-indicator}
 * @param status the HTTP status
 * @param detail what is wrong with this request and what was expected
 * @param traceId the request's id, for asking about it
 * @param errors what is wrong with which parameter; left out when empty
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String traceId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "urn:indago:problem:";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** What is wrong with one parameter. */
    public record FieldError(String field, String message) {}

    /** A problem of that kind, {@code not-found}. */
    public static Problem of(String kind, String title, int status, String detail, String traceId) {
        return new Problem(TYPES + kind, title, status, detail, traceId, List.of());
    }
}
