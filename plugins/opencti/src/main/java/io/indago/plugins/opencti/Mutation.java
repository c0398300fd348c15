package io.indago.plugins.opencti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mutation of several fields, done one after the other in one call, each by a name of its own. Not for several threads. */
final class Mutation {
    private static final String OBSERVABLE = "stixCyberObservableEdit";
    private static final String ENTITY = "stixDomainObjectEdit";

    private final List<String> parameters = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final Map<String, Object> variables = new LinkedHashMap<>();

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Has {@code field} add that. */
    Mutation add(String name, String field, String inputType, Map<String, Object> input) {
        parameter(name, inputType + "!", input);
        fields.add(name + ": " + field + "(input: $" + name + ") { id }");
        return this;
    }

    Mutation patchObservable(String id, String key, Object value) {
        return patch(OBSERVABLE, id, key, value);
    }

    /** Of an indicator or a note. */
    Mutation patchEntity(String id, String key, Object value) {
        return patch(ENTITY, id, key, value);
    }

    private Mutation patch(String edit, String id, String key, Object value) {
        String name = edit(id);
        parameter(name, "[EditInput]!", List.of(Map.of("key", key, "value", List.of(value))));
        return field(name, edit, "fieldPatch(input: $" + name + ")");
    }

    /** Marks an entity, beside its other markings. */
    Mutation markEntity(String id, String marking) {
        String name = edit(id);
        parameter(name, "StixRefRelationshipAddInput!", Map.of("toId", marking, "relationship_type", "object-marking"));
        return field(name, ENTITY, "relationAdd(input: $" + name + ")");
    }

    /** Takes a label or marking off an observable. */
    Mutation unlinkObservable(String id, String other, String relationship) {
        String name = edit(id);
        parameter(name, "StixRef!", other);
        return field(
                name, OBSERVABLE, "relationDelete(toId: $" + name + ", relationship_type: \"" + relationship + "\")");
    }

    private String edit(String id) {
        String name = "e" + fields.size();
        parameter(name + "Id", "ID!", id);
        return name;
    }

    private Mutation field(String name, String edit, String change) {
        fields.add(name + ": " + edit + "(id: $" + name + "Id) { " + change + " { id } }");
        return this;
    }

    private void parameter(String name, String type, Object value) {
        parameters.add("$" + name + ": " + type);
        variables.put(name, value);
    }

    String text() {
        return "mutation IndagoPush(" + String.join(", ", parameters) + ") {\n" + String.join("\n", fields) + "\n}";
    }

    Map<String, Object> variables() {
        return variables;
    }
}
