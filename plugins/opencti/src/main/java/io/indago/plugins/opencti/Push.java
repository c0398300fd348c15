package io.indago.plugins.opencti;

import io.indago.spi.JsonView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A change on its way, with the ids of what it refers to. */
record Push(Change change, Names.Ids ids) {

    /** Adds the observable, or, where it is, what it lacks. */
    String adding() {
        String input = change.draft().type().input();
        return """
                mutation IndagoObservable($type: String!, $score: Int, $createdBy: String, $objectMarking: [String],
                    $objectLabel: [String], $externalReferences: [String], $createIndicator: Boolean,
                    $value: %1$sAddInput) {
                  observable: stixCyberObservableAdd(type: $type, x_opencti_score: $score, createdBy: $createdBy,
                      objectMarking: $objectMarking, objectLabel: $objectLabel,
                      externalReferences: $externalReferences, createIndicator: $createIndicator, %1$s: $value) {
                %2$s
                  }
                }
                """.formatted(input, Stored.MEMBERS);
    }

    Map<String, Object> variables() {
        Draft draft = change.draft();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("type", draft.type().written());
        variables.put("value", draft.type().value(draft.indicator()));
        variables.put("objectMarking", ids.markings());
        variables.put("objectLabel", ids.labels());
        variables.put("externalReferences", ids.references());
        variables.put("createIndicator", change.wantsNewIndicator());
        if (change.stored().isEmpty()) {
            // Who recorded what is there already, and how grave they find it, stays
            variables.put("createdBy", ids.author());
            if (draft.judges()) {
                draft.enrichment().score().ifPresent(score -> variables.put("score", score));
            }
        }
        return variables;
    }

    /** What adding does not do: take off, replace, and note. */
    Mutation rest(Stored now) {
        Mutation mutation = new Mutation();
        change.staleLabels(now).forEach(label -> mutation.unlinkObservable(now.id(), label, "object-label"));
        List<String> staleMarkings = change.staleMarkings(now);
        staleMarkings.forEach(marking -> mutation.unlinkObservable(now.id(), marking, "object-marking"));
        change.newScore(now).ifPresent(score -> mutation.patchObservable(now.id(), "x_opencti_score", score));
        now.ownIndicators(change.draft().settings().labelPrefix()).stream()
                .filter(change::differs)
                .forEach(indicator -> indicator(mutation, indicator));
        note(mutation, now);
        return mutation;
    }

    private void indicator(Mutation mutation, JsonView indicator) {
        String id = indicator.textAt("/id", "");
        change.draft().enrichment().score().ifPresent(score -> mutation.patchEntity(id, "x_opencti_score", score));
        mutation.patchEntity(id, "revoked", !change.draft().isMalicious());
    }

    private void note(Mutation mutation, Stored now) {
        Draft draft = change.draft();
        if (change.note().isEmpty()) {
            Map<String, Object> note = new LinkedHashMap<>();
            note.put("stix_id", draft.noteId());
            note.put("attribute_abstract", draft.noteTitle());
            note.put("content", draft.note());
            note.put("note_types", List.of("assessment"));
            note.put("createdBy", ids.author());
            note.put("objectMarking", ids.markings());
            note.put("objects", List.of(now.id()));
            // Where another push made it in between
            note.put("update", true);
            mutation.add("note", "noteAdd", "NoteAddInput", note);
            return;
        }
        String id = change.note().get().id();
        if (change.changesNote()) {
            mutation.patchEntity(id, "content", draft.note());
        }
        ids.markings().forEach(marking -> mutation.markEntity(id, marking));
    }
}
