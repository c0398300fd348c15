package io.indago.plugins.googlesafebrowsing;

import io.indago.spi.ProviderException;
import java.util.List;
import java.util.stream.Stream;

/** Reads version 5's {@code SearchUrlsResponse}: 1 {@code repeated ThreatUrl}, 2 {@code cache_duration}. */
final class ProtobufThreats {
    private static final int THREATS = 1;
    private static final int URL = 1;
    private static final int THREAT_TYPES = 2;

    private ProtobufThreats() {}

    /** @throws ProviderException when it is no such message */
    static List<Threat> of(byte[] response) {
        return ProtobufField.all(response).stream()
                .filter(field -> field.number() == THREATS)
                .flatMap(threat -> threats(ProtobufField.all(threat.bytes())))
                .toList();
    }

    private static Stream<Threat> threats(List<ProtobufField> threat) {
        String url = threat.stream()
                .filter(field -> field.number() == URL)
                .map(ProtobufField::text)
                .reduce("", (first, last) -> last);
        List<Long> types = threat.stream()
                .filter(field -> field.number() == THREAT_TYPES)
                .flatMap(field -> field.numbers().stream())
                .toList();
        return (types.isEmpty() ? Stream.of(0L) : types.stream()).map(type -> Threat.of(url, ThreatType.name(type)));
    }
}
