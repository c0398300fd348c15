package io.indago.client;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look into the hub's plugins folder changed, by the names of plugins. Everything in it is hostile text.
 *
 * @param refused whose replacement can't be used, so that they go on as they were
 * @param unchanged how many others there are
 * @param problems what is wrong with those named
 * @param json the document as it was received
 */
public record FolderChange(
        List<String> added,
        List<String> replaced,
        List<String> removed,
        List<String> refused,
        int unchanged,
        List<PluginFault> problems,
        String json) {

    public FolderChange(
            @Nullable List<String> added,
            @Nullable List<String> replaced,
            @Nullable List<String> removed,
            @Nullable List<String> refused,
            int unchanged,
            @Nullable List<PluginFault> problems,
            @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE) String json) {
        this.added = List.copyOf(requireNonNullElse(added, List.of()));
        this.replaced = List.copyOf(requireNonNullElse(replaced, List.of()));
        this.removed = List.copyOf(requireNonNullElse(removed, List.of()));
        this.refused = List.copyOf(requireNonNullElse(refused, List.of()));
        this.unchanged = unchanged;
        this.problems = List.copyOf(requireNonNullElse(problems, List.of()));
        this.json = requireNonNull(json, "json");
    }

    /** Something that is wrong with a plugin. */
    public record PluginFault(String plugin, String severity, String phase, String message) {}

    /** Whether all that is new can be used. */
    public boolean isFine() {
        return refused.isEmpty()
                && problems.stream().noneMatch(fault -> fault.severity().equals("error"));
    }
}
