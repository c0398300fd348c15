package io.indago.routes.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Which of a call's headers are sent: the last of each name, and none that belongs to the connection or would steer
 * Camel.
 */
final class SentHeaders {
    private static final HeaderFilterStrategy CAMELS = new HttpHeaderFilterStrategy();

    private SentHeaders() {}

    /**
     * By name, in any case, with the body's media type.
     *
     * @param contentType empty without a body
     */
    static Map<String, String> of(List<Map.Entry<String, String>> headers, Optional<String> contentType) {
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.stream()
                .filter(header -> isSent(header.getKey(), header.getValue()))
                .forEach(header -> sent.put(header.getKey(), header.getValue()));
        contentType.ifPresent(type -> sent.put(Exchange.CONTENT_TYPE, type));
        return sent;
    }

    /** A header that steers Camel would not be sent, but could send the call elsewhere than the host allowed. */
    private static boolean isSent(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith("camel")
                && !lower.startsWith("org.apache.camel")
                && !CAMELS.applyFilterToCamelHeaders(name, value, null);
    }
}
