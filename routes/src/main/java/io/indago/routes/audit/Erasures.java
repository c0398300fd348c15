package io.indago.routes.audit;

import io.indago.routes.audit.ChainVerifier.ChainBreak;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who was erased from entries: only somebody whom the database was told to forget may have been. */
final class Erasures {
    private static final String OF_NETWORKS = "0123456789abcdef.:/";

    private final Map<String, Long> firstByName = new TreeMap<>();
    private long pseudonymised;
    private long truncated;

    /** Takes the next entry, in the order of positions. */
    void accept(AuditEntry entry) {
        entry.commitments().ifPresent(commitments -> {
            boolean actor = commitments.actor().isErased();
            boolean object = commitments.object().isErased() && !isTruncated(entry, commitments);
            if (actor) {
                firstByName.putIfAbsent(entry.event().actor().username(), entry.position());
                firstByName.putIfAbsent(entry.event().actor().subject(), entry.position());
            }
            if (object) {
                firstByName.putIfAbsent(entry.event().object(), entry.position());
            }
            if (actor || object) {
                pseudonymised++;
            } else if (commitments.address().isErased()) {
                truncated++;
            }
        });
    }

    /** Where the object is an address, it goes with the address. */
    private static boolean isTruncated(AuditEntry entry, Commitments commitments) {
        String object = entry.event().object();
        return commitments.address().isErased()
                && object.contains("/")
                && object.chars().allMatch(each -> OF_NETWORKS.indexOf(each) >= 0);
    }

    /** The first entry that has another name than those the database gave; it tells of them in the same transaction. */
    Optional<ChainBreak> unexplained(Set<String> pseudonyms) {
        return firstByName.entrySet().stream()
                .filter(each -> !pseudonyms.contains(each.getKey()))
                .min(Comparator.comparing(Map.Entry::getValue))
                .map(each -> new ChainBreak(
                        each.getValue(),
                        "whom it names was erased, and nobody was forgotten under the name it has now"));
    }

    /** In how many entries somebody has a pseudonym. */
    long pseudonymised() {
        return pseudonymised;
    }

    /** From how many others the address was taken. */
    long truncated() {
        return truncated;
    }
}
