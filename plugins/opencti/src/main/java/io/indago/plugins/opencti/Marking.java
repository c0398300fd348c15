package io.indago.plugins.opencti;

import io.indago.spi.Pap;
import io.indago.spi.Tlp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A marking definition: {@code TLP:AMBER} of type {@code TLP}.
 *
 * @param order the stricter the higher, from 1
 */
record Marking(String type, String definition, int order) {
    /** As OpenCTI shows them out of the box, by order. */
    private static final List<String> COLOURS = List.of("#ffffff", "#2e7d32", "#d84315", "#d84315", "#c62828");

    static Marking of(Tlp tlp) {
        return new Marking("TLP", "TLP:" + tlp.label(), tlp.ordinal() + 1);
    }

    static Marking of(Pap pap) {
        return new Marking("PAP", "PAP:" + pap.name(), pap.ordinal() + 1);
    }

    /** Empty when it is neither a TLP nor a PAP, as a marking of the organisation's own. */
    static Optional<Marking> read(String definition) {
        return definition.toUpperCase(Locale.ROOT).startsWith("PAP:")
                ? read(definition, label -> of(Pap.ofLabel(label)))
                : read(definition, label -> of(Tlp.ofLabel(label)));
    }

    private static Optional<Marking> read(String definition, Function<String, Marking> reader) {
        try {
            return Optional.of(reader.apply(definition));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    Marking stricter(Marking other) {
        return other.type().equals(type) && other.order() > order ? other : this;
    }

    boolean isStricterThan(Marking other) {
        return other.type().equals(type) && order > other.order();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("definition_type", type);
        json.put("definition", definition);
        json.put("x_opencti_order", order);
        json.put("x_opencti_color", COLOURS.get(Math.min(order, COLOURS.size()) - 1));
        return json;
    }
    // A record's own methods would keep the plugin's classes when it is closed: JDK 17 caches what it makes of them
    @Override
    public boolean equals(Object other) {
        return other instanceof Marking marking && marking.definition.equals(definition);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }
}
