package io.indago.toolkit;

import io.indago.spi.Setting;
import io.indago.toolkit.format.Fields;
import io.indago.toolkit.request.Auth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads who asks. */
final class AuthReader {
    private final SettingsReader settings;

    AuthReader(SettingsReader settings) {
        this.settings = settings;
    }

    Optional<Auth> read(Fields fields) {
        settings.expect(fields, "secret", Setting.Type.SECRET);
        settings.expect(fields, "user", Setting.Type.TEXT);
        Optional<Auth.Kind> kind = fields.text("kind").flatMap(word -> List.of(Auth.Kind.values()).stream()
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst());
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        boolean named = kind.get() != Auth.Kind.BEARER && kind.get() != Auth.Kind.BASIC;
        need(fields, "name", named, kind.get());
        need(fields, "user", kind.get() == Auth.Kind.BASIC, kind.get());
        if (fields.node("prefix").isPresent() && kind.get() != Auth.Kind.HEADER) {
            fields.problem("prefix", "is for a header");
        }
        return Optional.of(new Auth(
                kind.get(),
                fields.text("name").orElse(""),
                fields.text("prefix").orElse(""),
                fields.text("secret").orElse(""),
                fields.text("user").orElse("")));
    }

    private static void need(Fields fields, String name, boolean needed, Auth.Kind kind) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        if (needed && fields.node(name).isEmpty()) {
            fields.problem(name, "is missing: auth of the kind " + word + " needs it");
        } else if (!needed && fields.node(name).isPresent()) {
            fields.problem(name, "is not for auth of the kind " + word);
        }
    }
}
