package io.indago.plugins.dns;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.HttpCall;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the addresses a block list answers with: {@code 127.0.x.y} tells why, {@code 127.255.255.z} what is wrong. */
final class SpamhausReport {
    private static final int CONFIDENCE = 85;
    private static final int ASKED_FOR_AN_ADDRESS = 0x1ff;

    private SpamhausReport() {}

    /**
     * The report in that answer.
     *
     * @param value what was asked about
     * @throws ProviderException when it is an error, which is never a listing
     */
    static Report of(String value, DnsReply reply) {
        reply.failure().ifPresent(failure -> {
            throw failure;
        });
        List<IpAddress> addresses = reply.records().stream()
                .flatMap(record -> record.address().stream())
                .toList();
        if (addresses.isEmpty()) {
            return Report.noData("Spamhaus does not list it");
        }
        Map<Integer, Optional<Listing>> listings = new TreeMap<>();
        addresses.forEach(address -> {
            int code = code(address);
            listings.put(code, Listing.of(code));
        });
        return hit(value, listings);
    }

    private static int code(IpAddress address) {
        List<Integer> octets = address.octets();
        if (octets.size() == 4 && octets.subList(0, 3).equals(List.of(127, 255, 255))) {
            throw error(octets.get(3));
        }
        if (octets.size() != 4 || !octets.subList(0, 2).equals(List.of(127, 0))) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, address.text() + " is no answer of a block list: is the resolver honest?");
        }
        int code = octets.get(2) * 256 + octets.get(3);
        if (code == ASKED_FOR_AN_ADDRESS) {
            throw ProviderException.of(
                    ErrorKind.INVALID_INPUT, "Spamhaus was asked for an address where it lists names");
        }
        return code;
    }

    private static ProviderException error(int code) {
        return switch (code) {
            case 252 -> ProviderException.of(ErrorKind.INVALID_INPUT, "Spamhaus answers that there is no such list");
            case 254 ->
                ProviderException.of(
                        ErrorKind.INVALID_INPUT,
                        "Spamhaus refuses the public resolver: it takes none without a valid key");
            case 255 -> ProviderException.of(ErrorKind.QUOTA, "Spamhaus answers that there were too many questions");
            default -> ProviderException.of(ErrorKind.BAD_REPLY, "Spamhaus answers with the error 127.255.255." + code);
        };
    }

    private static Report hit(String value, Map<Integer, Optional<Listing>> listings) {
        List<Listing> known =
                listings.values().stream().flatMap(Optional::stream).distinct().toList();
        Report.Builder report = Report.hit(
                        known.isEmpty()
                                ? "Listed, nobody knows why"
                                : known.stream()
                                        .map(Listing::title)
                                        .collect(Collectors.joining("; ", "Listed by ", "")))
                .tags(known.stream().map(Listing::tag).toList());
        known.stream()
                .flatMapToInt(listing -> listing.score().stream())
                .max()
                .ifPresent(score -> report.opinion(score, CONFIDENCE));
        listings.forEach((code, listing) -> report.evidence(Evidence.of(
                        listing.map(Listing::tag).orElse("listed"),
                        "listed by " + listing.map(Listing::title).orElse("a list of a newer code"))
                .value("127.0." + code / 256 + "." + code % 256)));
        return report.reference(HttpCall.get("https://check.spamhaus.org/results", "")
                        .query("query", value)
                        .uri())
                .build();
    }
}
