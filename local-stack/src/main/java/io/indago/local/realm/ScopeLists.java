package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Client scopes that a client, or every new one, has by default or may ask for: those of the file, and no others.
 *
 * @param what whose they are
 * @param defaults where the list of those it has is
 * @param optionals where the list of those it may ask for is
 * @param judged which scopes may not be there unless they are wanted
 */
record ScopeLists(String what, String defaults, String optionals, Predicate<String> judged, KeycloakAdmin admin) {

    /** None can be in both lists, so what is to go goes first. */
    List<Step> steps(JsonNode wantedDefaults, JsonNode wantedOptionals) {
        Names had = new Names(what + ", default scopes", Names.of(wantedDefaults), found(defaults));
        Names askedFor = new Names(what + ", optional scopes", Names.of(wantedOptionals), found(optionals));
        return Stream.of(
                        had.removals(name -> remove(defaults, name)),
                        askedFor.removals(name -> remove(optionals, name)),
                        had.additions(name -> add(defaults, name)),
                        askedFor.additions(name -> add(optionals, name)))
                .flatMap(List::stream)
                .toList();
    }

    private Set<String> found(String path) {
        return Found.of(admin.get(path), "name").byName().keySet().stream()
                .filter(judged)
                .collect(Collectors.toSet());
    }

    private void add(String path, String name) {
        admin.put(path + "/" + id(name), JsonNodeFactory.instance.objectNode());
    }

    private void remove(String path, String name) {
        admin.delete(path + "/" + id(name), MissingNode.getInstance());
    }

    private String id(String name) {
        return Found.of(admin.get("/client-scopes"), "name")
                .id(name)
                .orElseThrow(() -> new RealmException("there is no client scope " + name));
    }
}
