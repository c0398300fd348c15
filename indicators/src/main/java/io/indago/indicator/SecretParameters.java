package io.indago.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A path and a query without what looks like a secret or names a person.
 *
 * <p>A parameter goes when its name, decoded, in lower case and without punctuation, is one of {@link #NAMES} or
 * contains one of {@link #WORDS}; when its value contains an e-mail address or credentials before an {@code @}, or is a
 * JSON Web Token; or when a query with such a name is inside it. Parameters are what stands between {@code &}
 * and {@code ;} in the query, and behind a {@code ;} in a path segment ({@code ;jsessionid=…}). It strips too much
 * rather than too little: the rest of the URL is still looked up.
 *
 * @param stripped the names of what went, the first few, fit for a message
 */
record SecretParameters(String path, Optional<String> query, List<String> stripped) {
    static final Set<String> NAMES = Set.of(
            "accesskey",
            "accesskeyid",
            "assertion",
            "auth",
            "authorization",
            "awsaccesskeyid",
            "bearer",
            "code",
            "cookie",
            "key",
            "mail",
            "otp",
            "pass",
            "pin",
            "privatekey",
            "pw",
            "pwd",
            "saml",
            "samlart",
            "samlresponse",
            "sas",
            "sid",
            "sig",
            "ticket");
    static final Set<String> WORDS = Set.of(
            "apikey",
            "authkey",
            "credential",
            "email",
            "jwt",
            "passphrase",
            "passwd",
            "password",
            "secret",
            "sess",
            "signature",
            "token");

    private static final int NAMED = 10;
    private static final String SEPARATORS = "&;";

    static SecretParameters strip(String path, Optional<String> query) {
        List<String> stripped = new ArrayList<>();
        String safePath = path.indexOf(';') < 0 ? path : stripPath(path, stripped);
        Optional<String> safeQuery = query.map(text -> without(text, stripped))
                .filter(text -> !text.isEmpty() || query.get().isEmpty());
        return new SecretParameters(
                safePath, safeQuery, stripped.stream().distinct().limit(NAMED).toList());
    }

    private static String stripPath(String path, List<String> stripped) {
        List<String> segments = new ArrayList<>();
        for (String segment : Chars.split(path, '/')) {
            int parameters = Chars.firstOf(";", segment);
            String name = segment.substring(0, parameters);
            String rest = without(segment.substring(Math.min(parameters + 1, segment.length())), stripped);
            // The name alone would be a dot segment, and another path
            boolean dots = parameters < segment.length() && (name.equals(".") || name.equals(".."));
            segments.add(rest.isEmpty() && !dots ? name : name + ";" + rest);
        }
        return String.join("/", segments);
    }

    /** The parameters that stay, each with the separator it had before it. */
    private static String without(String parameters, List<String> stripped) {
        StringBuilder kept = new StringBuilder();
        boolean first = true;
        int start = 0;
        while (start <= parameters.length()) {
            int end = Chars.firstOf(SEPARATORS, parameters, start);
            String parameter = parameters.substring(start, end);
            if (isSecret(parameter)) {
                stripped.add(Shown.of(name(parameter)));
            } else {
                kept.append(first ? "" : parameters.substring(start - 1, start)).append(parameter);
                first = false;
            }
            start = end + 1;
        }
        return kept.toString();
    }

    private static boolean isSecret(String parameter) {
        String decoded = decoded(parameter);
        String value = decoded(parameter.substring(Math.min(Chars.firstOf("=", parameter) + 1, parameter.length())));
        return isSecretName(name(parameter))
                || holdsPerson(decoded)
                || isJsonWebToken(value)
                || holdsSecretName(decoded);
    }

    private static boolean isSecretName(String name) {
        StringBuilder plain = new StringBuilder();
        for (int index = 0; index < name.length(); index++) {
            if (Chars.isAlphanumeric(name.charAt(index))) {
                plain.append(Character.toLowerCase(name.charAt(index)));
            }
        }
        String text = plain.toString();
        return NAMES.contains(text) || WORDS.stream().anyMatch(text::contains);
    }

    /** An e-mail address, or a URL with credentials: something before an {@code @} and a host behind it. */
    private static boolean holdsPerson(String text) {
        boolean url = text.contains("//");
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int end = at + 1;
            while (end < text.length() && (HostNames.isNameCharacter(text.charAt(end)) || text.charAt(end) == '.')) {
                end++;
            }
            String host = text.substring(at + 1, end);
            boolean named = at > 0 && "/= ".indexOf(text.charAt(at - 1)) < 0;
            if (named && (host.indexOf('.') > 0 || url && !host.isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJsonWebToken(String value) {
        return value.startsWith("eyJ") && Chars.count(value, '.') >= 2;
    }

    /** A URL or a query inside a parameter: {@code next=https://h/?token=…}. */
    private static boolean holdsSecretName(String text) {
        int start = 0;
        for (int end = text.indexOf('='); end >= 0; end = text.indexOf('=', start)) {
            int name = end;
            while (name > start && "?&;#/".indexOf(text.charAt(name - 1)) < 0) {
                name--;
            }
            if (isSecretName(text.substring(name, end))) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static String name(String parameter) {
        return decoded(parameter.substring(0, Chars.firstOf("=", parameter)));
    }

    private static String decoded(String text) {
        return Percent.decode(text.replace('+', ' '));
    }
}
