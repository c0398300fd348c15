package io.indago.indicator;

import java.util.List;
import java.util.Optional;

/** The AS numbers that are nobody's on the internet: IANA's registry of special-purpose ones. */
final class ReservedAsNumbers {
    private static final List<Block> BLOCKS = List.of(
            new Block(23_456, 23_456, "AS_TRANS (RFC 6793)"),
            new Block(64_496, 64_511, "documentation (RFC 5398)"),
            new Block(64_512, 65_534, "private AS number (RFC 6996)"),
            new Block(65_535, 65_535, "last 16-bit AS number (RFC 7300)"),
            new Block(65_536, 65_551, "documentation (RFC 5398)"),
            new Block(4_200_000_000L, AsNumber.LAST - 1, "private AS number (RFC 6996)"),
            new Block(AsNumber.LAST, AsNumber.LAST, "last 32-bit AS number (RFC 7300)"));

    private ReservedAsNumbers() {}

    private record Block(long first, long last, String reason) {}

    static Optional<String> reasonFor(AsNumber number) {
        return BLOCKS.stream()
                .filter(block -> block.first <= number.value() && number.value() <= block.last)
                .map(Block::reason)
                .findFirst();
    }
}
