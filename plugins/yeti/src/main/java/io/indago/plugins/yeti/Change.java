package io.indago.plugins.yeti;

import io.indago.spi.Digest;
import io.indago.spi.JsonView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be changed of an observable, and nothing else: analysts work on it too. A verdict takes the place of the one
 * before; a marking only gets stricter; what is not known any more is kept.
 */
record Change(Draft draft, FoundObservable stored, Instant now) {

    /** Whether what is there is of a later answer. */
    boolean isOutdated() {
        return context()
                .flatMap(it -> Digest.time(it.textAt("/verdict", "")))
                .filter(draft.enrichment().finishedAt()::isBefore)
                .isPresent();
    }

    /** The context that is ours. */
    private Optional<JsonView> context() {
        return contexts().findFirst();
    }

    private Stream<JsonView> contexts() {
        return stored.contexts().stream()
                .filter(it -> it.textAt("/source", "").equals(Draft.SOURCE))
                .filter(it -> draft.context().get(Draft.KIND).equals(it.textAt("/" + Draft.KIND, "")));
    }

    /** Of an answer without a verdict there is nothing to tell those who read the one before. */
    boolean changesContext() {
        return context().isEmpty() || draft.judges() && !isSame(context().get());
    }

    private boolean isSame(JsonView there) {
        Map<String, Object> wanted = draft.context();
        return Digest.undated(there.textAt("/verdict", "")).equals(Digest.undated((String) wanted.get("verdict")))
                && Stream.of("findings", "related", "references", "labels").allMatch(list -> wanted.get(list)
                        .equals(there.at("/" + list).texts()));
    }

    boolean changesTags() {
        return !freshTags().containsAll(draft.vitalTags(freshTags())) || hasStaleTags() || changesContext();
    }

    private List<String> freshTags() {
        return stored.tags().stream()
                .filter(tag -> tag.isFresh(now))
                .map(FoundTag::name)
                .toList();
    }

    /** Verdicts before, and markings that are not strict enough any more. */
    private boolean hasStaleTags() {
        return freshTags().stream().anyMatch(this::isStale);
    }

    private boolean isStale(String tag) {
        List<String> vital = draft.vitalTags(freshTags());
        return draft.judges() && tag.startsWith(draft.verdictPrefix()) && !vital.contains(tag)
                || vital.stream().anyMatch(it -> Marking.isWeaker(tag, it));
    }

    /** The tags to set. YETI takes one off only by setting all anew, and so those of others are among them then. */
    private List<String> tags() {
        Set<String> tags = new LinkedHashSet<>(draft.vitalTags(freshTags()));
        tags.addAll(draft.labels());
        if (hasStaleTags()) {
            freshTags().stream().filter(tag -> !isStale(tag)).forEach(tags::add);
        }
        return new ArrayList<>(tags);
    }

    Map<String, Object> contextJson() {
        Map<String, Object> context = draft.context();
        // All but what it is known by, so that it takes the place of the one before
        List<String> replaced = context.keySet().stream()
                .filter(member -> !member.equals(Draft.KIND))
                .toList();
        return Map.of("source", Draft.SOURCE, "context", context, "skip_compare", replaced);
    }

    Map<String, Object> tagsJson() {
        return Map.of("ids", List.of(stored.id()), "tags", tags(), "strict", hasStaleTags());
    }

    /** Fails where YETI has not done with the context what it was to. */
    void confirmContext() {
        List<JsonView> ours = contexts().toList();
        if (ours.size() != 1
                || !ours.get(0).textAt("/verdict", "").equals(draft.context().get("verdict"))) {
            throw Refusal.partial("YETI stored observable " + stored.id() + " with " + ours.size()
                    + " contexts of ours, not with the one of this verdict");
        }
    }

    /** Fails where YETI has left out a tag that matters; others it may keep by another name it was told to. */
    void confirmTags(JsonView body) {
        List<String> set = body.at("/tags").fields().values().stream()
                .flatMap(tags -> FoundTag.of(tags).stream())
                .map(FoundTag::name)
                .toList();
        draft.vitalTags(set).stream()
                .filter(tag -> !set.contains(tag))
                .findFirst()
                .ifPresent(tag -> {
                    throw Refusal.partial("YETI stored observable " + stored.id() + " without its tag " + tag);
                });
    }
}
