package io.indago.hub.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;

/** Where settings are written down: their names, and file and line. */
final class SettingOrigins {
    private SettingOrigins() {}

    /** Of the settings whose names begin so; the first place wins, as its value does. */
    static Map<String, String> of(Environment environment, String prefix) {
        Map<String, String> origins = new TreeMap<>();
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .filter(name -> name.toString().startsWith(prefix))
                        .forEach(name -> Optional.ofNullable(source.getConfigurationProperty(name))
                                .flatMap(property -> place(property.getOrigin()))
                                .ifPresent(place -> origins.putIfAbsent(name.toString(), place)));
            }
        });
        return origins;
    }

    private static Optional<String> place(@Nullable Origin origin) {
        Origin written = origin instanceof PropertySourceOrigin wrapped ? wrapped.getOrigin() : origin;
        return Stream.iterate(written, each -> each != null, Origin::getParent)
                .filter(TextResourceOrigin.class::isInstance)
                .map(TextResourceOrigin.class::cast)
                .findFirst()
                .filter(text -> text.getResource() != null && text.getLocation() != null)
                .map(text ->
                        name(text.getResource()) + ":" + (text.getLocation().getLine() + 1));
    }

    private static String name(Resource resource) {
        return Optional.ofNullable(resource.getFilename()).orElse(resource.getDescription());
    }
}
