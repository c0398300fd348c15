package io.indago.plugins.rdap;

import io.indago.spi.JsonView;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of addresses, in CIDR notation or from one address to another.
 *
 * @param first its first address as a number
 * @param prefix how many bits its addresses share
 * @param bits 32 or 128
 */
record Block(BigInteger first, int prefix, int bits) {
    /** What {@link InetAddress} takes for an address, and does not ask a resolver about. */
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    /** An address, or a network; empty when it is neither. */
    static Optional<Block> of(String text) {
        String[] parts = text.split("/", 2);
        return bytes(parts[0]).flatMap(address -> {
            int bits = address.length * 8;
            int prefix = parts.length == 1 ? bits : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
            return prefix < 0 || prefix > bits
                    ? Optional.empty()
                    : Optional.of(new Block(new BigInteger(1, address), prefix, bits));
        });
    }

    /** A network as the extension cidr0 writes it, else what its first and last address amount to. */
    static Optional<String> registered(JsonView network) {
        return network.at("/cidr0_cidrs").items().stream()
                .flatMap(block -> Stream.of("/v4prefix", "/v6prefix")
                        .flatMap(at -> block.at(at).text().stream())
                        .map(prefix -> prefix + "/" + block.integerAt("/length", -1)))
                .filter(block -> of(block).isPresent())
                .findFirst()
                .or(() -> between(network.textAt("/startAddress", ""), network.textAt("/endAddress", "")));
    }

    /** In CIDR notation, if the addresses from the first to the last are a block. */
    static Optional<String> between(String first, String last) {
        return of(first).flatMap(start -> of(last).filter(
                        end -> end.bits == start.bits && end.first.compareTo(start.first) >= 0)
                .map(end -> end.first.subtract(start.first).add(BigInteger.ONE))
                .filter(size -> size.bitCount() == 1 && start.first.mod(size).signum() == 0)
                .map(size -> first + "/" + (start.bits - size.getLowestSetBit())));
    }

    /** The prefix of that network where the address or network is inside; {@link Registry#NONE} otherwise. */
    static int matches(String network, String value) {
        return of(network)
                .flatMap(around -> of(value).filter(around::contains).map(inside -> around.prefix))
                .orElse(Registry.NONE);
    }

    private boolean contains(Block other) {
        int shift = bits - prefix;
        return bits == other.bits
                && prefix <= other.prefix
                && first.shiftRight(shift).equals(other.first.shiftRight(shift));
    }

    private static Optional<byte[]> bytes(String address) {
        try {
            return LITERAL.matcher(address).matches()
                    ? Optional.of(InetAddress.getByName(address).getAddress())
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
