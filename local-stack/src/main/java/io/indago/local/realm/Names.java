package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Names of which there have to be these and no others. */
record Names(String what, Set<String> wanted, Set<String> found) {

    static Set<String> of(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Step> steps(Consumer<String> add, Consumer<String> remove) {
        return Stream.concat(removals(remove).stream(), additions(add).stream()).toList();
    }

    List<Step> additions(Consumer<String> add) {
        return wanted.stream()
                .filter(name -> !found.contains(name))
                .sorted()
                .map(name -> new Step(what + ": add " + name, () -> add.accept(name)))
                .toList();
    }

    List<Step> removals(Consumer<String> remove) {
        return found.stream()
                .filter(name -> !wanted.contains(name))
                .sorted()
                .map(name -> new Step(what + ": remove " + name, () -> remove.accept(name)))
                .toList();
    }
}
