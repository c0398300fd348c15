package io.indago.plugins.misp;

import io.indago.spi.Digest;
import io.indago.spi.JsonView;
import io.indago.spi.Pap;
import io.indago.spi.Tlp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be changed of a stored event, and nothing else: analysts work on it too. A verdict takes the place of the
 * one before; a marking only gets stricter; what an analyst deleted stays so; what is not known any more is kept.
 */
final class Change {
    private final Draft draft;
    private final StoredEvent stored;
    private final Tlp tlp;
    private final List<DraftAttribute> attributes;
    private final List<String> added;
    private final List<String> removed;

    private Change(Draft draft, StoredEvent stored) {
        this.draft = draft;
        this.stored = stored;
        tlp = stricter(draft.enrichment().tlp(), stored.tlp());
        Pap pap = stricter(draft.enrichment().pap(), stored.pap());
        List<String> wanted = draft.tags(tlp, pap);
        Set<String> there = stored.tags();
        added = wanted.stream()
                .filter(tag -> !there.contains(tag.toLowerCase(Locale.ROOT)))
                .toList();
        Set<String> kept =
                wanted.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        removed = stored.sharedTags().stream()
                .filter(tag -> StoredEvent.isMarking(tag)
                        || draft.judges() && draft.tags().isVerdict(tag))
                .filter(tag -> !kept.contains(tag))
                .sorted()
                .toList();
        attributes = changed();
    }

    /** Empty when there is nothing to change, or what is there is of a later answer. */
    static Optional<Change> of(Draft draft, StoredEvent stored) {
        if (isOutdated(draft, stored)) {
            return Optional.empty();
        }
        Change change = new Change(draft, stored);
        return change.isNothing() ? Optional.empty() : Optional.of(change);
    }

    private static boolean isOutdated(Draft draft, StoredEvent stored) {
        Instant finished = draft.enrichment().finishedAt();
        return stored.attribute(DraftAttributes.subjectUuid(draft.uuid()))
                .flatMap(subject -> Digest.time(subject.textAt("/comment", "")))
                .filter(finished::isBefore)
                .isPresent();
    }

    private static <T extends Comparable<T>> T stricter(T one, Optional<T> other) {
        return other.filter(it -> it.compareTo(one) > 0).orElse(one);
    }

    private List<DraftAttribute> changed() {
        UUID subject = DraftAttributes.subjectUuid(draft.uuid());
        return draft.attributes().stream()
                .filter(attribute -> draft.judges() || !attribute.uuid().equals(subject) || !isThere(attribute))
                .filter(attribute -> stored.attribute(attribute.uuid())
                        .map(it -> !isDeleted(it) && attribute.differsFrom(it))
                        .orElse(true))
                .toList();
    }

    private boolean isThere(DraftAttribute attribute) {
        return stored.attribute(attribute.uuid()).isPresent();
    }

    private static boolean isDeleted(JsonView attribute) {
        return MispValue.flag(attribute.at("/deleted"));
    }

    private boolean isNothing() {
        return attributes.isEmpty() && added.isEmpty() && removed.isEmpty() && !isTooWide();
    }

    private boolean isTooWide() {
        return PushSettings.isConfined(tlp) && !stored.text("/distribution").equals("0");
    }

    /** The event with what is new in it. Members it has not stay as they are, but for {@code published}. */
    Map<String, Object> json() {
        Map<String, Object> event = new LinkedHashMap<>();
        if (draft.judges()) {
            event.putAll(draft.headline());
        }
        event.put("uuid", draft.uuid().toString());
        event.put("published", draft.settings().publish());
        if (isTooWide()) {
            event.put("distribution", "0");
        }
        event.put(
                "Tag",
                Stream.concat(added.stream().map(Draft::tag), removed.stream().map(Change::withoutTag))
                        .toList());
        event.put("Attribute", sent().stream().map(DraftAttribute::json).toList());
        return Map.of("Event", event);
    }

    private static Map<String, Object> withoutTag(String name) {
        Map<String, Object> tag = new HashMap<>(Draft.tag(name));
        tag.put("deleted", true);
        return tag;
    }

    /** With the subject, whose comment tells of when all this is. */
    private List<DraftAttribute> sent() {
        List<DraftAttribute> sent = new ArrayList<>(attributes);
        DraftAttribute subject = draft.attributes().get(0);
        boolean dated = draft.judges()
                && stored.attribute(subject.uuid()).filter(it -> !isDeleted(it)).isPresent();
        if (dated && !sent.contains(subject)) {
            sent.add(0, subject);
        }
        return sent;
    }

    void confirm(StoredEvent after) {
        after.confirm(sent(), added, removed);
    }
}
