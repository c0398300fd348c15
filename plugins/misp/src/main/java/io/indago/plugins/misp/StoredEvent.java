package io.indago.plugins.misp;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.Pap;
import io.indago.spi.ProviderException;
import io.indago.spi.Tlp;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event as MISP has it. */
final class StoredEvent {
    private static final String TLP = "tlp:";
    private static final String PAP = "pap:";

    private final JsonView json;
    private final Map<String, JsonView> attributes;
    private final List<JsonView> tags;

    private StoredEvent(JsonView json) {
        this.json = json;
        tags = json.at("/Tag").items();
        attributes = json.at("/Attribute").items().stream()
                .collect(Collectors.toMap(
                        attribute -> attribute.textAt("/uuid", "").toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (one, other) -> one));
    }

    /** The event of that UUID in the reply to a search; empty when there is none. */
    static Optional<StoredEvent> found(JsonView body, UUID uuid) {
        JsonView response = body.at("/response");
        if (response.kind() != JsonView.Kind.ARRAY) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "MISP's reply to a search has no array at /response");
        }
        return response.items().stream()
                .map(item -> item.at("/Event"))
                .filter(event -> is(uuid, event))
                .map(StoredEvent::new)
                .findFirst();
    }

    /** The event of that UUID in the reply to its being stored. */
    static StoredEvent stored(JsonView body, UUID uuid) {
        JsonView event = body.at("/Event");
        if (!is(uuid, event) || event.at("/Attribute").kind() != JsonView.Kind.ARRAY) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "MISP's reply does not show the event it was to store, " + uuid);
        }
        return new StoredEvent(event);
    }

    private static boolean is(UUID uuid, JsonView event) {
        return uuid.toString().equalsIgnoreCase(event.textAt("/uuid", ""));
    }

    /** Its number, or the UUID, which does as well. */
    String id() {
        String id = MispValue.word(json.at("/id"));
        return id.matches("\\d{1,18}") ? id : json.textAt("/uuid", "");
    }

    String text(String pointer) {
        return MispValue.word(json.at(pointer));
    }

    Optional<JsonView> attribute(UUID uuid) {
        return Optional.ofNullable(attributes.get(uuid.toString()));
    }

    /** The names of its tags, in lower case, as MISP compares them. */
    Set<String> tags() {
        return names(tags.stream());
    }

    /** Without those that are this instance's alone: an analyst's. */
    Set<String> sharedTags() {
        return names(tags.stream().filter(tag -> !MispValue.flag(tag.at("/local"))));
    }

    private static Set<String> names(Stream<JsonView> tags) {
        return tags.map(tag -> tag.textAt("/name", "").toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** The strictest it is marked with; empty without one. */
    Optional<Tlp> tlp() {
        return strictest(TLP, Tlp::ofLabel);
    }

    /** The strictest it is marked with; empty without one. */
    Optional<Pap> pap() {
        return strictest(PAP, Pap::ofLabel);
    }

    private <T extends Comparable<T>> Optional<T> strictest(String prefix, Function<String, T> reader) {
        return tags().stream()
                .filter(tag -> tag.startsWith(prefix))
                .flatMap(tag -> marking(tag, reader).stream())
                .max(Comparable::compareTo);
    }

    /** Whether a tag is a TLP or a PAP; {@code tlp:ex:chr} is neither. */
    static boolean isMarking(String tag) {
        return tag.startsWith(TLP) && marking(tag, Tlp::ofLabel).isPresent()
                || tag.startsWith(PAP) && marking(tag, Pap::ofLabel).isPresent();
    }

    private static <T> Optional<T> marking(String tag, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(tag));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** MISP stores what it likes of an event and says that all is well: fails where that was not everything. */
    void confirm(Collection<DraftAttribute> sent, Collection<String> wanted, Collection<String> unwanted) {
        List<String> missing = sent.stream()
                .filter(attribute -> attribute(attribute.uuid()).isEmpty())
                .map(attribute -> "the " + attribute.type() + " '" + attribute.value() + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.partial("MISP stored event " + id() + " without " + missing.size()
                    + " of its attributes, first " + missing.get(0) + ": MISP's log says why");
        }
        Set<String> there = tags();
        Stream.concat(
                        wanted.stream().filter(tag -> !there.contains(tag.toLowerCase(Locale.ROOT))),
                        unwanted.stream().filter(tag -> there.contains(tag.toLowerCase(Locale.ROOT))))
                .findFirst()
                .ifPresent(tag -> {
                    throw Refusal.partial("MISP stored event " + id() + " but did not set or take away its tag " + tag
                            + ": the key's role needs the permissions tagger and tag editor");
                });
    }
}
