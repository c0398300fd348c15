package io.indago.plugins.torexit;

import io.indago.spi.ErrorKind;
import io.indago.spi.ProviderException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exits by their address. Read from blocks of {@code ExitNode <fingerprint>}, {@code Published …}, {@code LastStatus …},
 * {@code ExitAddress <address> <time>}, or from an address a line.
 */
final class ExitList {
    private static final Duration STALE = Duration.ofHours(24);
    private static final Pattern NODE = Pattern.compile("ExitNode ([0-9A-Fa-f]{40})");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:ExitAddress )?\\[?([0-9a-fA-F:.]{2,45})]?(?: (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d))?");
    private static final Pattern OTHER = Pattern.compile("(Published|LastStatus|#).*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Map<String, Exit> exits;

    private ExitList(Map<String, Exit> exits) {
        this.exits = Map.copyOf(exits);
    }

    /**
     * The list in these lines.
     *
     * @throws ProviderException when there is none, or something else: then nobody knows who is an exit
     */
    static ExitList of(List<String> lines) {
        Map<String, Exit> exits = new HashMap<>();
        Optional<String> fingerprint = Optional.empty();
        for (String line : lines) {
            String text = line.strip();
            Matcher node = NODE.matcher(text);
            Matcher address = ADDRESS.matcher(text);
            if (node.matches()) {
                fingerprint = Optional.of(node.group(1));
            } else if (address.matches()) {
                exits.merge(
                        key(address.group(1)),
                        new Exit(
                                fingerprint,
                                Optional.ofNullable(address.group(2)).flatMap(ExitList::time)),
                        ExitList::later);
            } else if (!text.isEmpty() && !OTHER.matcher(text).matches()) {
                throw ProviderException.of(
                        ErrorKind.BAD_REPLY, "the list of Tor exits has a line that is none of its own");
            }
        }
        if (exits.isEmpty()) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "the list of Tor exits is empty");
        }
        return new ExitList(exits);
    }

    Optional<Exit> find(String address) {
        return Optional.ofNullable(exits.get(key(address)));
    }

    /** Whether it was made too long ago to say that an address is not an exit; a list without times does not tell. */
    boolean isStale(Instant now) {
        return exits.values().stream()
                .flatMap(exit -> exit.testedAt().stream())
                .max(Comparator.naturalOrder())
                .filter(newest -> newest.isBefore(now.minus(STALE)))
                .isPresent();
    }

    int size() {
        return exits.size();
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    /** In UTC. */
    private static Optional<Instant> time(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Exit later(Exit one, Exit other) {
        Comparator<Exit> byTime = Comparator.comparing(exit -> exit.testedAt().orElse(Instant.MIN));
        return byTime.compare(one, other) >= 0 ? one : other;
    }
}
