package io.indago.archetype;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a new plugin is called: by its id in settings and the API, by its package and the first part of its classes' names
 * in Java. The templates are called {@code acme}, {@code com.example.acme} and {@code Acme}.
 */
record Naming(String id, String packageName) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
    private static final Pattern TEMPLATE = Pattern.compile("com[./]example[./]acme|Acme|ACME|acme");
    private static final int LONGEST_ID = 40;
    private static final String OURS = "io.indago";

    Naming {
        if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            throw new ArchetypeException("the id '" + id + "' is none: expected up to " + LONGEST_ID
                    + " lower-case letters, digits and single hyphens, a letter first, such as my-provider");
        }
        if (!PACKAGE.matcher(packageName).matches() || !SourceVersion.isName(packageName)) {
            throw new ArchetypeException("the package '" + packageName
                    + "' is none: expected names in lower case, joined by dots, none of them a word of Java's, such as"
                    + " com.example." + joined(id));
        }
        if (packageName.equals(OURS) || packageName.startsWith(OURS + ".")) {
            throw new ArchetypeException(
                    "the package '" + packageName + "' is inside " + OURS + ", which is Indago's own: choose another");
        }
    }

    /** In the package that examples have. */
    static Naming of(String id) {
        String last = joined(id);
        return new Naming(id, "com.example." + (SourceVersion.isKeyword(last) ? last + "_" : last));
    }

    private static String joined(String id) {
        return id.replace("-", "");
    }

    /** {@code my-provider} is {@code MyProvider}. */
    String className() {
        return Arrays.stream(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** A template's text, or its path, as this plugin's. */
    String in(String template) {
        return TEMPLATE.matcher(template).replaceAll(found -> switch (found.group()) {
            case "com.example.acme" -> packageName;
            case "com/example/acme" -> packageName.replace('.', '/');
            case "Acme" -> className();
            case "ACME" -> id.replace('-', '_').toUpperCase(Locale.ROOT);
            default -> id;
        });
    }
}
