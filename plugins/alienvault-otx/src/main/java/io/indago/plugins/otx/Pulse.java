package io.indago.plugins.otx;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A report somebody published in OTX. All of it is that somebody's word. */
record Pulse(JsonView view) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,40}");

    /** Texts, or objects that show the family's name. */
    List<String> malwareFamilies() {
        return names("/malware_families", "/display_name");
    }

    /** Texts, or objects with the technique's id. */
    List<String> techniques() {
        return names("/attack_ids", "/id");
    }

    List<String> tags() {
        return view.at("/tags").texts();
    }

    List<String> cited() {
        return view.at("/references").texts();
    }

    Optional<String> adversary() {
        return text("/adversary");
    }

    Optional<String> created() {
        return text("/created");
    }

    Optional<String> modified() {
        return text("/modified");
    }

    /** Whether it is more than a list: it names malware or techniques, or comes from AlienVault itself. */
    boolean isSubstantial() {
        return !malwareFamilies().isEmpty() || !techniques().isEmpty() || isOfAlienVault();
    }

    private boolean isOfAlienVault() {
        return author().filter("AlienVault"::equalsIgnoreCase).isPresent();
    }

    private Optional<String> author() {
        return text("/author/username").or(() -> text("/author_name"));
    }

    Optional<URI> page() {
        return text("/id")
                .filter(ID.asMatchPredicate())
                .map(id -> URI.create("https://otx.alienvault.com/pulse/" + id));
    }

    Evidence evidence() {
        String name = text("/name").orElse("a pulse without a name");
        Evidence evidence = Evidence.of(
                        "pulse",
                        name
                                + author().map(author -> ", by " + author).orElse("")
                                + text("/TLP").map(tlp -> ", TLP:" + tlp).orElse(""))
                .value(text("/id").orElse(name));
        return modified().map(evidence::observedAt).orElse(evidence);
    }

    private List<String> names(String list, String member) {
        JsonView names = view.at(list);
        return Stream.concat(
                        names.texts().stream(), names.items().stream().flatMap(item -> item.at(member).text().stream()))
                .filter(name -> !name.isBlank())
                .toList();
    }

    private Optional<String> text(String pointer) {
        return view.at(pointer).text().filter(text -> !text.isBlank());
    }
}
