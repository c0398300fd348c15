package io.indago.plugins.yeti;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tags amount to, in the words of the operator's analysts. The gravest counts.
 *
 * @param malicious tags of what is
 * @param suspicious tags of what may be
 * @param benign tags of what is known as harmless
 */
record TagMeaning(Set<String> malicious, Set<String> suspicious, Set<String> benign) {

    /** What it means, and how sure that is. */
    record Opinion(int score, int confidence) {}

    /** The names between commas. */
    static Set<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Empty when none of them means anything. */
    Optional<Opinion> of(Collection<String> tags) {
        if (tags.stream().anyMatch(malicious::contains)) {
            return Optional.of(new Opinion(80, 70));
        }
        if (tags.stream().anyMatch(suspicious::contains)) {
            return Optional.of(new Opinion(50, 60));
        }
        return tags.stream().anyMatch(benign::contains) ? Optional.of(new Opinion(5, 70)) : Optional.empty();
    }
}
