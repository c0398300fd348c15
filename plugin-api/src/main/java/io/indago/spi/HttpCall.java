package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A request the host should make. Immutable: each method answers a changed copy.
 *
 * <pre>{@code
 * HttpCall.get("https://www.virustotal.com/api/v3", "ip_addresses", indicator.value())
 *         .header("x-apikey", key)
 *         .noDataOn(404)
 * }</pre>
 *
 * <p>Statuses the author does not ask to see never reach the plugin: 401 and 403 become {@code unauthorised}, 429
 * {@code rate_limited}, 5xx {@code error: unavailable}, a redirect or anything else {@code error: bad_reply}.
 *
 * @since 1.0
 */
public final class HttpCall {
    private static final String HIDDEN = "***";

    private final String method;
    private final String base;
    private final List<Field> query;
    private final List<Field> headers;
    private final Optional<Body> body;
    private final Set<Integer> seen;
    private final Set<Integer> noData;
    private volatile @Nullable URI uri;

    private HttpCall(
            String method,
            String base,
            List<Field> query,
            List<Field> headers,
            Optional<Body> body,
            Set<Integer> seen,
            Set<Integer> noData) {
        this.method = method;
        this.base = base;
        this.query = List.copyOf(query);
        this.headers = List.copyOf(headers);
        this.body = body;
        this.seen = Set.copyOf(seen);
        this.noData = Set.copyOf(noData);
    }

    /**
     * A GET of {@code base} with {@code segments} appended to its path, each percent-encoded as one segment (RFC 3986).
     *
     * @param base absolute, without query: {@code https://host/api}; its host must be a declared one
     */
    public static HttpCall get(String base, String... segments) {
        return new HttpCall("GET", join(base, segments), List.of(), List.of(), Optional.empty(), Set.of(200), Set.of());
    }

    /** A POST, as {@link #get}; give it a {@link #form} or {@link #json}. */
    public static HttpCall post(String base, String... segments) {
        return new HttpCall(
                "POST", join(base, segments), List.of(), List.of(), Optional.empty(), Set.of(200), Set.of());
    }

    /** With a query parameter; name and value are percent-encoded. */
    public HttpCall query(String name, String value) {
        return new HttpCall(method, base, plus(query, new Field(name, value)), headers, body, seen, noData);
    }

    /** With a query parameter that is shown as {@code ***}. */
    public HttpCall query(String name, Secret value) {
        return new HttpCall(method, base, plus(query, new Field(name, value)), headers, body, seen, noData);
    }

    /** With a header. */
    public HttpCall header(String name, String value) {
        return new HttpCall(method, base, query, plus(headers, new Field(name, value)), body, seen, noData);
    }

    /** With a header that is shown as {@code ***}. */
    public HttpCall header(String name, Secret value) {
        return new HttpCall(method, base, query, plus(headers, new Field(name, value)), body, seen, noData);
    }

    /**
     * With a header that is a text and right after it a secret, {@code "Bearer "} and a token: the text is shown, the
     * secret as {@code ***}.
     *
     * @since 1.2
     */
    public HttpCall header(String name, String lead, Secret value) {
        return new HttpCall(method, base, query, plus(headers, new Field(name, lead, value)), body, seen, noData);
    }

    /** With a form as its body, percent-encoded, UTF-8. */
    public HttpCall form(Map<String, String> fields) {
        String text = fields.entrySet().stream()
                .map(field -> PercentEncoding.encode(field.getKey()) + "=" + PercentEncoding.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return body("application/x-www-form-urlencoded", text);
    }

    /** With that JSON text as its body. */
    public HttpCall json(String text) {
        return body("application/json", text);
    }

    /**
     * With that JSON object as its body, its members in the map's order. A value is a text, a number, a boolean, a map or
     * a collection of such, or an Optional of one; an empty Optional leaves its member out.
     *
     * @throws IllegalArgumentException when a value is anything else
     * @since 1.1
     */
    public HttpCall json(Map<String, ?> members) {
        return json(JsonWriter.write(members));
    }

    private HttpCall body(String type, String text) {
        return new HttpCall(method, base, query, headers, Optional.of(new Body(type, text)), seen, noData);
    }

    /** With these statuses handed to the step's function, besides 200. */
    public HttpCall seeing(int... statuses) {
        return new HttpCall(method, base, query, headers, body, plus(seen, statuses), noData);
    }

    /** With these statuses meaning that the provider does not know the indicator; typically 404. */
    public HttpCall noDataOn(int... statuses) {
        return new HttpCall(method, base, query, headers, body, seen, plus(noData, statuses));
    }

    /**
     * With another base: scheme, host and path as they were given and joined, everything else as it is. For the host,
     * which sends a call it has checked somewhere else, to its sandbox.
     */
    public HttpCall rebased(UnaryOperator<String> change) {
        return new HttpCall(method, change.apply(base), query, headers, body, seen, noData);
    }

    /** {@code GET} or {@code POST}. */
    public String method() {
        return method;
    }

    /**
     * The whole URI with the secrets in it, for the host to send and nobody to log.
     *
     * @throws IllegalArgumentException when the base is no absolute http or https URI
     */
    public URI uri() {
        URI known = uri;
        if (known == null) {
            known = URI.create(withQuery(field -> PercentEncoding.encode(field.revealed())));
            if (known.getHost() == null || !("https".equals(known.getScheme()) || "http".equals(known.getScheme()))) {
                throw new IllegalArgumentException("not an absolute http(s) URI: " + base);
            }
            uri = known;
        }
        return known;
    }

    /** The headers in the order given, secrets included: for the host to send and nobody to log. */
    public List<Map.Entry<String, String>> headers() {
        return headers.stream()
                .map(field -> Map.entry(field.name(), field.revealed()))
                .toList();
    }

    /**
     * The whole URI with each secret as that function shows it; for the host, which shows requests.
     *
     * @since 1.1
     */
    public String uri(Function<Secret, String> shown) {
        return withQuery(field -> field.inQuery(shown));
    }

    /**
     * The headers in the order given with each secret as that function shows it; for the host, which shows requests.
     *
     * @since 1.1
     */
    public List<Map.Entry<String, String>> headers(Function<Secret, String> shown) {
        return headers.stream()
                .map(field -> Map.entry(field.name(), field.shown(shown)))
                .toList();
    }

    /** The body's text; empty when there is none. */
    public Optional<String> body() {
        return body.map(Body::text);
    }

    /** The body's media type; empty when there is no body. */
    public Optional<String> contentType() {
        return body.map(Body::type);
    }

    /** Whether the author wants to see that status. */
    public boolean sees(int status) {
        return seen.contains(status);
    }

    /** Whether that status means that the provider does not know the indicator. */
    public boolean isNoData(int status) {
        return noData.contains(status);
    }

    /** The request as it may be shown: method, URI and headers with {@code ***} for secrets, without the body. */
    @Override
    public String toString() {
        String shownHeaders = headers(secret -> HIDDEN).stream()
                .map(header -> " " + header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining(","));
        return method + " " + uri(secret -> HIDDEN) + shownHeaders;
    }

    private String withQuery(Function<Field, String> value) {
        if (query.isEmpty()) {
            return base;
        }
        return query.stream()
                .map(field -> PercentEncoding.encode(field.name()) + "=" + value.apply(field))
                .collect(Collectors.joining("&", base + "?", ""));
    }

    private static String join(String base, String... segments) {
        requireNonNull(base, "base");
        StringBuilder path = new StringBuilder(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
        for (String segment : segments) {
            path.append('/').append(PercentEncoding.encode(segment));
        }
        return path.toString();
    }

    private static List<Field> plus(List<Field> fields, Field field) {
        List<Field> all = new ArrayList<>(fields);
        all.add(field);
        return all;
    }

    private static Set<Integer> plus(Set<Integer> statuses, int... more) {
        Set<Integer> all = new TreeSet<>(statuses);
        IntStream.of(more).forEach(all::add);
        return all;
    }

    private record Body(String type, String text) {}

    private record Field(String name, String lead, Object value) {
        Field {
            requireNonNull(name, "name");
            requireNonNull(lead, "lead");
            requireNonNull(value, "value");
        }

        Field(String name, Object value) {
            this(name, "", value);
        }

        String revealed() {
            return shown(Secret::reveal);
        }

        String shown(Function<Secret, String> shown) {
            return lead + (value instanceof Secret secret ? shown.apply(secret) : (String) value);
        }

        String inQuery(Function<Secret, String> shown) {
            return value instanceof Secret secret ? shown.apply(secret) : PercentEncoding.encode((String) value);
        }
    }

    /** Percent-encoding of everything but RFC 3986's unreserved characters, as UTF-8. */
    private static final class PercentEncoding {
        private static final String UNRESERVED = "-._~";

        static String encode(String text) {
            StringBuilder encoded = new StringBuilder();
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                char c = (char) (b & 0xff);
                if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                    encoded.append(c);
                } else {
                    encoded.append(String.format("%%%02X", b & 0xff));
                }
            }
            return encoded.toString();
        }
    }
}
