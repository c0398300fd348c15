package io.indago.hub.config;

import io.indago.host.Nearest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Reads every {@code indago.*} setting before anything starts, and refuses to start with all that is wrong at once: values
 * that can't be read, required ones that are missing, names that are no settings with the nearest one that is.
 */
public final class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final String ROOT = "indago";
    private static final String ISSUER = "indago.security.issuer-uri";
    /** Everybody's: what is in them under our name need not be meant for the hub. */
    private static final Set<String> SHARED = Set.of("systemEnvironment", "systemProperties");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        List<String> problems = problems(event.getEnvironment());
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }

    static List<String> problems(ConfigurableEnvironment environment) {
        Map<String, ResolvableType> settings = settings(ROOT, IndagoProperties.class)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<String> problems = new ArrayList<>();
        Binder binder = Binder.get(environment);
        new TreeSet<>(settings.keySet())
                .forEach(name -> unreadable(binder, name, settings.get(name)).ifPresent(problems::add));
        if (binder.bind(ISSUER, String.class).orElse("").isBlank()) {
            problems.add(
                    ISSUER + " is required: the URI of the Keycloak realm, https://keycloak.example/realms/indago");
        }
        ForwardedHeaderSettings.problems(binder).forEach(problems::add);
        given(environment)
                .filter(name -> settings.entrySet().stream()
                        .noneMatch(known -> isOrIsIn(name, known.getKey(), known.getValue())))
                .map(name -> name + " is no setting"
                        + Nearest.to(name, settings.keySet())
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse(""))
                .forEach(problems::add);
        return problems;
    }

    /** Each setting's name and type, the record components of the properties and of the records in them. */
    private static Stream<Map.Entry<String, ResolvableType>> settings(String prefix, Class<?> properties) {
        return Stream.of(properties.getRecordComponents()).flatMap(component -> {
            String name = prefix + "." + hyphenated(component.getName());
            return component.getType().isRecord()
                    ? settings(name, component.getType())
                    : Stream.of(Map.entry(name, type(component)));
        });
    }

    private static ResolvableType type(RecordComponent component) {
        return ResolvableType.forType(component.getGenericType());
    }

    private static String hyphenated(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> unreadable(Binder binder, String name, ResolvableType type) {
        try {
            binder.bind(name, Bindable.of(type));
            return Optional.empty();
        } catch (BindException failure) {
            Object value =
                    failure.getProperty() == null ? "" : failure.getProperty().getValue();
            String origin =
                    failure.getProperty() == null || failure.getProperty().getOrigin() == null
                            ? ""
                            : " (" + failure.getProperty().getOrigin() + ")";
            return Optional.of(name + " can't be read: '" + value + "' is no "
                    + type.resolve(Object.class).getSimpleName() + origin);
        }
    }

    /** The names under {@code indago.} that are written down somewhere for the hub. */
    private static Stream<String> given(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !SHARED.contains(source.getName()))
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith(ROOT + "."))
                .distinct()
                .sorted();
    }

    /** What is in a map is named by its reader: by the plugin host, which knows the plugins' settings, say. */
    private static boolean isOrIsIn(String name, String known, ResolvableType type) {
        String given = ConfigurationPropertyName.adapt(name, '.').toString();
        String uniform = known.replace("-", "");
        return given.replace("-", "").equals(uniform)
                || given.replace("-", "").startsWith(uniform + "[")
                || Map.class.equals(type.resolve()) && given.replace("-", "").startsWith(uniform + ".");
    }
}
