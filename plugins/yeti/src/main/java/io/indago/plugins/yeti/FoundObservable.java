package io.indago.plugins.yeti;

import io.indago.spi.JsonView;
import java.time.Instant;
import java.util.List;

/** An observable as YETI answers it: {@code {"id": …, "value": …, "type": …, "tags": […], "context": […]}}. */
record FoundObservable(JsonView view) {

    String id() {
        JsonView id = view.at("/id");
        return id.text().orElseGet(() -> id.integer().stream()
                .mapToObj(Long::toString)
                .findFirst()
                .orElse(""));
    }

    String value() {
        return view.textAt("/value", "");
    }

    List<FoundTag> tags() {
        return FoundTag.of(view.at("/tags"));
    }

    /** Those that count, and are not the connector's. */
    List<FoundTag> tagsOfOthers(String prefix, Instant now) {
        return tags().stream()
                .filter(tag -> !tag.name().startsWith(prefix + ":"))
                .filter(tag -> tag.isFresh(now))
                .toList();
    }

    List<JsonView> contexts() {
        return view.at("/context").items();
    }

    /** Those that are not the connector's. */
    List<JsonView> contextsOfOthers() {
        return contexts().stream()
                .filter(context -> !context.textAt("/source", "").equals(Draft.SOURCE))
                .toList();
    }

    /** Whether only the connector has said anything about it. */
    boolean isAllOurs(String prefix) {
        return contexts().size() > contextsOfOthers().size()
                && contextsOfOthers().isEmpty()
                && tags().stream().allMatch(tag -> tag.name().startsWith(prefix + ":") || Marking.isOne(tag.name()));
    }
}
