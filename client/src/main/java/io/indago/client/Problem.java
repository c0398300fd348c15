package io.indago.client;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the hub says went wrong with a request, after RFC 9457.
 *
 * @param type a stable URI that names the kind of problem: {@code urn:indago:problem:invalid-indicator}
 * @param status the HTTP status; 0 when it is the client's own problem
 * @param detail what is wrong with this request and what was expected
 * @param traceId the request's id, for asking about it; may be empty
 * @param errors what is wrong with which parameter
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int status,
        String detail,
        String traceId,
        List<FieldError> errors) {

    private static final String TYPES_OF_HUB = "urn:indago:problem:";

    public Problem(
            @Nullable String type,
            @Nullable String title,
            int status,
            @Nullable String detail,
            @Nullable String traceId,
            @Nullable List<FieldError> errors) {
        this.type = requireNonNullElse(type, "about:blank");
        this.title = requireNonNullElse(title, "");
        this.status = status;
        this.detail = requireNonNullElse(detail, "");
        this.traceId = requireNonNullElse(traceId, "");
        this.errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** What is wrong with one parameter. */
    public record FieldError(String field, String message) {}

    String sentence() {
        if (!detail.isEmpty()) {
            return detail;
        }
        return title.isEmpty() ? "HTTP " + status + " without an explanation" : title;
    }

    /** Whether the hub itself said so, not a proxy before it. */
    boolean isOfHub() {
        return type.startsWith(TYPES_OF_HUB);
    }

    /** Something that went wrong before the hub could say anything. */
    static Problem ofClient(String kind, String title, String detail) {
        return new Problem("urn:indago:client:" + kind, title, 0, detail, null, null);
    }

    /** The problem an error answer explains itself by; one without a word when it is somebody else's, a proxy's say. */
    static Problem of(Answer answer) {
        try {
            Problem problem = ClientJson.read(answer, Problem.class);
            return new Problem(
                    problem.type, problem.title, answer.status(), problem.detail, problem.traceId, problem.errors);
        } catch (NoAnswerException unexplained) {
            return new Problem(null, null, answer.status(), null, null, null);
        }
    }
}
