package io.indago.plugins.opencti;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is to be changed of what is there, and nothing else: analysts and feeds work on it too. A verdict takes the place of
 * the one before; a score of others is only raised; a marking only gets stricter; what is not known any more is kept.
 */
record Change(Draft draft, Optional<Stored> stored, Optional<StoredNote> note) {

    /** Whether what is there is of a later answer. */
    boolean isOutdated() {
        return note.flatMap(it -> it.text().time())
                .filter(draft.enrichment().finishedAt()::isBefore)
                .isPresent();
    }

    boolean isNothing() {
        return stored.isPresent()
                && note.isPresent()
                && !changesNote()
                && stored.get().labels().keySet().containsAll(draft.labels())
                && staleLabels(stored.get()).isEmpty()
                && staleMarkings(stored.get()).isEmpty()
                && stored.get()
                        .references()
                        .containsAll(draft.references().keySet().stream()
                                .map(Object::toString)
                                .toList())
                && stored.get().markings().keySet().containsAll(markings())
                && newScore(stored.get()).isEmpty()
                && !wantsNewIndicator()
                && stored.get().ownIndicators(prefix()).stream().noneMatch(this::differs);
    }

    /** The stricter of the lookup's and what is there. */
    List<Marking> markings() {
        Set<Marking> there = stored.map(it -> it.markings().keySet()).orElse(Set.of());
        return draft.markings().stream()
                .map(marking -> there.stream().reduce(marking, Marking::stricter))
                .toList();
    }

    /** Of an answer without a verdict there is nothing to tell those who read the one before. */
    boolean changesNote() {
        return note.isEmpty() || draft.judges() && !note.get().text().saysSameAs(new NoteText(draft.note()));
    }

    /** The labels of verdicts before: their ids. */
    List<String> staleLabels(Stored now) {
        if (!draft.judges()) {
            return List.of();
        }
        return now.labels().entrySet().stream()
                .filter(label -> label.getKey().startsWith(draft.verdictPrefix()))
                .filter(label -> !draft.labels().contains(label.getKey()))
                .map(label -> label.getValue())
                .toList();
    }

    /** Markings that are not as strict as those it is to have: their ids. */
    List<String> staleMarkings(Stored now) {
        return now.markings().entrySet().stream()
                .filter(marking -> markings().stream().anyMatch(it -> it.isStricterThan(marking.getKey())))
                .map(marking -> marking.getValue())
                .toList();
    }

    /** Empty when the score is to stay. One that is not ours is only raised. */
    OptionalInt newScore(Stored now) {
        OptionalInt verdict = draft.enrichment().score();
        if (!draft.judges() || verdict.isEmpty() || now.score().equals(verdict)) {
            return OptionalInt.empty();
        }
        boolean ours = note.flatMap(it -> it.text().score().stream().boxed().findFirst())
                .filter(score -> now.score().equals(OptionalInt.of(score)))
                .isPresent();
        // OpenCTI's 0 is no score, and ours may be one
        int least = now.score().orElse(verdict.getAsInt() == 0 ? 0 : -1);
        return ours || verdict.getAsInt() > least ? verdict : OptionalInt.empty();
    }

    boolean wantsNewIndicator() {
        return draft.wantsIndicator()
                && stored.map(it -> it.ownIndicators(prefix()).isEmpty()).orElse(true);
    }

    /** Whether an indicator of ours says something else than the verdict. */
    boolean differs(JsonView indicator) {
        return draft.judges()
                && (isRevoked(indicator) == draft.isMalicious()
                        || !FoundObservable.score(indicator).equals(score()));
    }

    private OptionalInt score() {
        OptionalInt score = draft.enrichment().score();
        return score.isPresent() && score.getAsInt() == 0 ? OptionalInt.empty() : score;
    }

    private static boolean isRevoked(JsonView indicator) {
        return indicator.at("/revoked").flag().orElse(false);
    }

    private String prefix() {
        return draft.settings().labelPrefix();
    }
}
