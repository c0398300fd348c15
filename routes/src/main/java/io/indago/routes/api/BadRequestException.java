package io.indago.routes.api;

import io.indago.routes.api.Problem.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** The request can't be understood; the message says why, the caller can mend it. */
public final class BadRequestException extends Exception {
    private static final long serialVersionUID = 1;

    private final String kind;
    private final transient List<FieldError> errors;

    BadRequestException(String kind, String message, List<FieldError> errors) {
        super(message);
        this.kind = kind;
        this.errors = List.copyOf(errors);
    }

    /** A parameter that can't be read. */
    public static BadRequestException parameter(String name, String message) {
        return new BadRequestException(
                "invalid-parameter", name + ": " + message, List.of(new FieldError(name, message)));
    }

    /** What is wrong with the body, all of it. */
    public static BadRequestException members(List<FieldError> errors) {
        String all = errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return new BadRequestException("invalid-body", all, errors);
    }

    String kind() {
        return kind;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
