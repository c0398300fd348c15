package io.indago.toolkit;

import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.ReplyReader;
import io.indago.spi.Secret;
import io.indago.spi.Setting;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Offers the provider a descriptor describes. */
final class DescriptorFactory implements ProviderFactory {
    private final Descriptor descriptor;

    DescriptorFactory(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public ProviderSpec spec() {
        return descriptor.spec();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        descriptor.patterns().forEach((name, pattern) -> check(name, pattern, config));
        return new DescriptorProvider(descriptor, config, descriptor.reader().map(DescriptorFactory::created));
    }

    private void check(String name, Pattern pattern, PluginConfig config) {
        Setting setting = descriptor.spec().config().find(name).orElseThrow();
        Optional<String> value =
                switch (setting.type()) {
                    case SECRET -> config.optionalSecret(name).map(Secret::reveal);
                    case INTEGER -> Optional.of(Long.toString(config.integer(name)));
                    default -> config.optionalText(name);
                };
        if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
            throw new IllegalArgumentException(name + " does not match " + pattern + ": " + setting.help());
        }
    }

    private static ReplyReader created(Class<? extends ReplyReader> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("the constructor of " + type.getName() + " failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    type.getName() + " can't be created: make it a public class that is not abstract, with a public"
                            + " constructor without parameters",
                    e);
        }
    }
}
