package io.indago.routes.api;

import io.indago.host.PluginProblem;
import io.indago.host.PluginStatus;
import io.indago.host.RosterChange;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a look into the plugins folder changed, by the names of plugins.
 *
 * @param refused whose replacement can't be used, so that they go on as they were
 * @param unchanged how many others there are
 * @param problems what is wrong with those named
 */
public record RescanDocument(
        List<String> added,
        List<String> replaced,
        List<String> removed,
        List<String> refused,
        int unchanged,
        List<ProblemPart> problems) {

    /** That change, and how the plugins are now. */
    static RescanDocument of(RosterChange change, List<PluginStatus> plugins) {
        List<String> refused =
                change.refused().stream().map(PluginProblem::plugin).toList();
        List<String> named = Stream.of(change.added(), change.replaced(), refused)
                .flatMap(List::stream)
                .toList();
        List<ProblemPart> problems = plugins.stream()
                .filter(plugin -> named.contains(plugin.name()))
                .flatMap(plugin -> plugin.problems().stream())
                .map(ProblemPart::of)
                .toList();
        return new RescanDocument(
                change.added(), change.replaced(), change.removed(), refused, change.unchanged(), problems);
    }

    /** Something that is wrong with a plugin, and what to do about it. */
    public record ProblemPart(String plugin, String severity, String phase, String message) {
        static ProblemPart of(PluginProblem problem) {
            return new ProblemPart(
                    problem.plugin(), lower(problem.severity()), lower(problem.phase()), problem.message());
        }

        private static String lower(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }
}
