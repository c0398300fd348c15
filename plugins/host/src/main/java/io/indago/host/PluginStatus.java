package io.indago.host;

import java.util.List;
import java.util.stream.Stream;

/**
 * A plugin of the folder and what became of it.
 *
 * @param name the file's or folder's name without {@code .jar}
 * @param version the jar's {@code Implementation-Version}; blank when it says none
 * @param apiVersion the plugin API it was built against; blank when it says none
 * @param jars what was loaded
 * @param providers the ids of its providers, sorted
 * @param connectors the ids of its connectors, sorted
 */
public record PluginStatus(
        String name,
        PluginState state,
        String version,
        String apiVersion,
        List<PluginJar> jars,
        List<String> providers,
        List<String> connectors,
        List<PluginProblem> problems) {

    public PluginStatus {
        jars = List.copyOf(jars);
        providers = List.copyOf(providers);
        connectors = List.copyOf(connectors);
        problems = List.copyOf(problems);
    }

    /** The same with one problem more. */
    PluginStatus with(PluginProblem problem) {
        List<PluginProblem> all =
                Stream.concat(Stream.of(problem), problems.stream()).toList();
        return new PluginStatus(name, state, version, apiVersion, jars, providers, connectors, all);
    }
}
