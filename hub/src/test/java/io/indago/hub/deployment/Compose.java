package io.indago.hub.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} as Compose sees it when nobody set a variable. */
final class Compose {
    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FILE = CHECKOUT.resolve("docker-compose.yml");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{(\\w+):-([^}]*)}");

    private final String text;
    private final Map<String, Object> content;

    private Compose(String text) {
        this.text = text;
        this.content = map(interpolated(new Yaml().load(text)));
    }

    /** The value with every variable at its default, as Compose does after it has parsed the file. */
    private static Object interpolated(Object value) {
        if (value instanceof Map<?, ?> entries) {
            Map<Object, Object> all = new LinkedHashMap<>();
            entries.forEach((name, entry) -> all.put(name, interpolated(entry)));
            return all;
        }
        if (value instanceof List<?> entries) {
            return entries.stream().map(Compose::interpolated).toList();
        }
        return value instanceof String string
                ? VARIABLE.matcher(string).replaceAll("$2").replace("$$", "$")
                : value;
    }

    static Compose read() {
        return new Compose(text(FILE));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The variables an operator may set. */
    Set<String> variables() {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> serviceNames() {
        return map(content.get("services")).keySet();
    }

    Map<String, Object> service(String name) {
        return map(map(content.get("services")).get(name));
    }

    Map<String, String> environment(String service) {
        return map(service(service).getOrDefault("environment", Map.of())).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, variable -> String.valueOf(variable.getValue())));
    }

    /** The names under which a service finds its secrets in {@code /run/secrets}. */
    Set<String> secrets(String service) {
        return list(service(service).get("secrets")).stream()
                .map(secret -> secret instanceof String name
                        ? name
                        : map(secret).get("target").toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each secret's file. */
    Map<String, String> secretFiles() {
        return map(content.get("secrets")).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        secret -> map(secret.getValue()).get("file").toString()));
    }

    List<String> healthCheck(String service) {
        return list(map(service(service).get("healthcheck")).get("test")).stream()
                .map(String::valueOf)
                .toList();
    }

    /** The files and folders of this checkout that a service mounts: host side, then container side. */
    Map<String, String> mounts(String service) {
        return list(service(service).get("volumes")).stream()
                .map(volume -> volume.toString().split(":", -1))
                .filter(parts -> parts[0].startsWith("./"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    static List<?> list(Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** What the expression finds in the file, its first group. */
    static Set<String> found(String expression, Path file) {
        Matcher matcher = Pattern.compile(expression).matcher(text(file));
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
