package io.indago.routes.account;

import io.indago.routes.api.BadRequestException;
import io.indago.routes.api.Problem.FieldError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A name and a password as a form sends them. No message of it repeats a value: any of them may be the password. */
record LoginForm(String username, Password password, String scope) {
    static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private static final String ALL = "mon mon:read users tasks";
    private static final int LONGEST = 255;
    private static final Set<String> FIELDS = Set.of("username", "password", "scope", "grant_type");

    static LoginForm read(@Nullable String contentType, @Nullable String body) throws BadRequestException {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE)) {
            throw BadRequestException.parameter("Content-Type", "expected " + MEDIA_TYPE);
        }
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> fields = fields(body == null ? "" : body, errors);
        for (String name : List.of("username", "password")) {
            String value = fields.getOrDefault(name, "");
            if (value.isBlank() || value.length() > LONGEST) {
                errors.add(new FieldError(name, "expected 1 to " + LONGEST + " characters"));
            }
        }
        if (!fields.getOrDefault("grant_type", "password").equals("password")) {
            errors.add(new FieldError("grant_type", "is always password here"));
        }
        String scope = fields.getOrDefault("scope", ALL).strip();
        if (!scope.matches("[a-z:]{1,20}( [a-z:]{1,20}){0,7}")) {
            errors.add(new FieldError("scope", "expected scopes separated by a space, such as: tasks users"));
        }
        if (!errors.isEmpty()) {
            throw BadRequestException.members(errors);
        }
        return new LoginForm(fields.get("username").strip(), Password.of(fields.get("password")), scope);
    }

    private static Map<String, String> fields(String body, List<FieldError> errors) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : body.isBlank() ? new String[0] : body.strip().split("&")) {
            String[] parts = pair.split("=", 2);
            try {
                String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
                if (!FIELDS.contains(name)) {
                    errors.add(new FieldError("body", "a field is none of username, password, scope and grant_type"));
                } else if (fields.put(name, value) != null) {
                    errors.add(new FieldError(name, "is there twice"));
                }
            } catch (IllegalArgumentException malformed) {
                errors.add(new FieldError("body", "is no form: a percent sign not followed by two digits"));
            }
        }
        return fields;
    }
}
