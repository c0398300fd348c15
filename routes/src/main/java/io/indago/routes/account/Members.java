package io.indago.routes.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.api.BadRequestException;
import io.indago.routes.api.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object in a body: those asked for, of the type asked for, and no others. Collects all that is wrong;
 * what it says of a member never repeats its value, which may be a password.
 */
final class Members {
    private static final int LONGEST = 255;

    private final JsonNode object;
    private final List<FieldError> errors = new ArrayList<>();

    private Members(JsonNode object) {
        this.object = object;
    }

    /** @param known the members there may be; any other is an error */
    static Members of(ObjectMapper json, @Nullable String body, Set<String> known) throws BadRequestException {
        JsonNode read;
        try {
            read = json.readTree(body == null ? "" : body);
        } catch (JsonProcessingException malformed) {
            throw BadRequestException.parameter("body", "is not JSON");
        }
        if (!read.isObject()) {
            throw BadRequestException.parameter("body", "expected a JSON object");
        }
        Members members = new Members(read);
        read.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                members.errors.add(new FieldError("body", "there is a member that is none of " + sorted(known)));
            }
        });
        return members;
    }

    /** A text that has to be there; empty when it isn't, which is an error. */
    String required(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty() && !isWrong(name)) {
            wrong(name, "is required");
        }
        return text.orElse("");
    }

    Optional<String> text(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String text = value.isTextual() ? value.textValue() : "";
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            wrong(name, "expected a text of 1 to " + LONGEST + " characters, none of them a control character");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** A flag; empty when it isn't there. */
    Optional<Boolean> flag(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            wrong(name, "expected true or false");
            return Optional.empty();
        }
        return Optional.of(value.booleanValue());
    }

    void wrong(String name, String message) {
        errors.add(new FieldError(name, message));
    }

    /** Throws all that is wrong, together. */
    void check() throws BadRequestException {
        if (!errors.isEmpty()) {
            throw BadRequestException.members(errors);
        }
    }

    private boolean isWrong(String name) {
        return errors.stream().anyMatch(error -> error.field().equals(name));
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
