package io.indago.archetype;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** The source tree of Indago: it has the templates, and what the build has made of it. */
record Checkout(Path root) {

    Path template(String name) {
        return root.resolve("plugins/archetype/templates").resolve(name);
    }

    /** The version its artefacts are built with. */
    static String version() {
        return property("indago");
    }

    /** That of the plugin API. */
    static String apiVersion() {
        return property("api");
    }

    private static String property(String name) {
        Properties versions = new Properties();
        try (InputStream in = Checkout.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty(name);
    }
}
