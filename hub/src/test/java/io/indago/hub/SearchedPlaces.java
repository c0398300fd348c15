package io.indago.hub;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where secrets were looked for, how much was read there, and what was found. */
final class SearchedPlaces {
    /** Lines are searched together up to so many characters: one by one each would be gone through for every spelling. */
    private static final int AT_ONCE = 1 << 20;

    private final SecretSearch search;
    private final Map<String, Long> read = new TreeMap<>();
    private final Map<String, Set<String>> found = new TreeMap<>();

    SearchedPlaces(SecretSearch search) {
        this.search = search;
    }

    /** @param lines none of which a secret goes beyond */
    void search(String place, Stream<String> lines) {
        StringBuilder together = new StringBuilder();
        read.merge(place, 0L, Long::sum);
        Iterator<String> each = lines.iterator();
        while (each.hasNext()) {
            together.append(each.next()).append('\n');
            if (together.length() > AT_ONCE || !each.hasNext()) {
                read.merge(place, (long) together.length(), Long::sum);
                for (String secret : search.in(together.toString())) {
                    found.computeIfAbsent(secret, unseen -> new TreeSet<>()).add(place);
                }
                together.setLength(0);
            }
        }
    }

    /** How many characters of each place were searched. */
    Map<String, Long> read() {
        return read;
    }

    /** Where each secret was found that was found anywhere. */
    Map<String, Set<String>> found() {
        return found;
    }
}
