package io.indago.routes.api;

import io.indago.routes.api.Problem.FieldError;
import java.util.List;

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

    String kind() {
        return kind;
    }

    List<FieldError> errors() {
        return errors;
    }
}
