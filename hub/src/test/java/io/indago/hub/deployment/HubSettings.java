package io.indago.hub.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.config.IndagoProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The names of all settings the hub reads: its own, and those of Spring Boot's parts as their metadata lists them. */
final class HubSettings {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private final Set<String> own = new TreeSet<>();
    private final Set<String> all = new TreeSet<>();

    HubSettings() {
        collect("indago", IndagoProperties.class);
        all.addAll(own);
        try {
            for (URL metadata : Collections.list(getClass().getClassLoader().getResources(METADATA))) {
                try (InputStream content = metadata.openStream()) {
                    for (JsonNode property :
                            new ObjectMapper().readTree(content).path("properties")) {
                        all.add(property.path("name").textValue());
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void collect(String prefix, Class<?> settings) {
        Stream.of(settings.getRecordComponents()).forEach(component -> {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                collect(name, component.getType());
            } else {
                own.add(name);
            }
        });
    }

    /** Those under {@code indago}. */
    Set<String> own() {
        return own;
    }

    boolean has(String name) {
        return all.contains(name);
    }

    /** Whether the variable sets anything, by Spring Boot's own rules for the spelling of variables. */
    boolean hasVariable(String variable) {
        ConfigurationPropertySource source = environment(Map.of(variable, "x"));
        return all.stream()
                .filter(ConfigurationPropertyName::isValid)
                .anyMatch(name -> source.getConfigurationProperty(ConfigurationPropertyName.of(name)) != null);
    }

    static ConfigurationPropertySource environment(Map<String, ?> variables) {
        return ConfigurationPropertySource.from(
                new SystemEnvironmentPropertySource("systemEnvironment", Map.copyOf(variables)));
    }

    /** How our guide says that a setting is spelled as a variable. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
