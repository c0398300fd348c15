package io.indago.hub.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.hub.config.IndagoProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Secrets as files, each a setting of its name, by what the hub's {@code application.yml} imports. */
class SecretFilesTest {
    private static final String FOLDER = "/run/secrets/";

    @TempDir
    Path secrets;

    @Test
    void areSettings() throws IOException {
        write("spring.datasource.password", "pass word\n");
        write("indago.security.issuer-uri", "https://id.example/realms/indago\n");
        write("indago.providers.virustotal.api-key", "k1\n");
        write("indago.providers/shodan.api-key", "k2");
        write("indago.connectors/soc-mail.uri", "smtps://mail.example?password=RAW(p&ss)word)");

        try (ConfigurableApplicationContext hub = start(importOf(secrets))) {
            assertThat(hub.getEnvironment().getProperty("spring.datasource.password"))
                    .isEqualTo("pass word");
            IndagoProperties bound = Binder.get(hub.getEnvironment())
                    .bind("indago", IndagoProperties.class)
                    .get();
            assertThat(bound.security().issuerUri()).isEqualTo("https://id.example/realms/indago");
            assertThat(bound.providers())
                    .isEqualTo(Map.of("virustotal", Map.of("api-key", "k1"), "shodan", Map.of("api-key", "k2")));
            assertThat(bound.connectors())
                    .isEqualTo(Map.of("soc-mail", Map.of("uri", "smtps://mail.example?password=RAW(p&ss)word)")));
        }
    }

    @Test
    void comeBeforeTheFileAndAfterTheEnvironment() throws IOException {
        Path file = secrets.resolveSibling(secrets.getFileName() + ".yml");
        Files.writeString(file, "indago: {kafka: {bootstrap-servers: 'file:1'}, security: {issuer-uri: 'file:2'}}");
        write("indago.kafka.bootstrap-servers", "secret:1");
        write("indago.lookup.deadline", "1s");

        try (ConfigurableApplicationContext hub = start(importOf(secrets).replace("indago.yml", file.toString()))) {
            assertThat(hub.getEnvironment().getProperty("indago.kafka.bootstrap-servers"))
                    .isEqualTo("secret:1");
            assertThat(hub.getEnvironment().getProperty("indago.security.issuer-uri"))
                    .isEqualTo("file:2");
            assertThat(hub.getEnvironment().getProperty("indago.lookup.deadline"))
                    .isEqualTo("2s");
        } finally {
            Files.delete(file);
        }
    }

    private void write(String name, String value) throws IOException {
        Path file = secrets.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, value);
    }

    private static ConfigurableApplicationContext start(String imports) {
        return new SpringApplicationBuilder(Nothing.class)
                .environment(new Variables())
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--spring.config.import=" + imports);
    }

    /** What the hub imports, with its folder of secrets somewhere else. */
    private static String importOf(Path secrets) throws IOException {
        List<PropertySource<?>> sources =
                new YamlPropertySourceLoader().load("hub", new ClassPathResource("application.yml"));
        String imports = String.valueOf(sources.get(0).getProperty("spring.config.import"));
        assertThat(imports).endsWith("optional:configtree:" + FOLDER);
        return imports.replace(FOLDER, secrets + "/");
    }

    /** With one variable, and none of this machine's. */
    private static final class Variables extends StandardEnvironment {
        @Override
        public Map<String, Object> getSystemEnvironment() {
            return Map.of("INDAGO_LOOKUP_DEADLINE", "2s");
        }
    }

    /** An application of nothing but its environment. */
    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
