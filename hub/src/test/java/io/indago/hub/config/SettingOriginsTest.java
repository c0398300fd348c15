package io.indago.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

class SettingOriginsTest {
    @Test
    void namesFileAndLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("indago.yml"), """
                indago:
                  providers:
                    virustotal:
                      mode: live
                      api-key: k
                """);
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("file", new FileSystemResource(file))
                .forEach(environment.getPropertySources()::addLast);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("line", Map.of("indago.providers.virustotal.quota", "none")));

        ConfigurationPropertySources.attach(environment);

        assertThat(SettingOrigins.of(environment, "indago."))
                .containsOnly(
                        Map.entry("indago.providers.virustotal.mode", "indago.yml:4"),
                        Map.entry("indago.providers.virustotal.api-key", "indago.yml:5"));
    }
}
