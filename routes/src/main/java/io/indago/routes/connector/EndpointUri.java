package io.indago.routes.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.indago.spi.Secret;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.NoSuchEndpointException;

/** A Camel endpoint's URI, none of whose values are to be seen in a message. */
final class EndpointUri {
    /** Of what is shorter only whole words are hidden, or nothing would be left of a message. */
    private static final int SHORTEST = 4;

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
    private static final Pattern USER = Pattern.compile("^[^:]+:/*(([^/?:]*)(?::([^/?]*))?)@");
    /** Web hooks have their token in it. A folder is no secret, and is what an operator wants to read. */
    private static final Pattern PATH = Pattern.compile("^(?!file:)[^:]+:/*[^/?]+/([^?]+)");
    /** The value of a parameter, or the whole of one that has none. */
    private static final Pattern PARAMETER =
            Pattern.compile("[?&](?:[^=&]*=)?(?:RAW\\((.*?)\\)(?=&|$)|RAW\\{(.*?)}(?=&|$)|([^&]*))");

    private final String uri;
    private final Pattern values;

    private EndpointUri(String uri) {
        this.uri = uri;
        values = Pattern.compile(Stream.concat(
                        Stream.of(uri),
                        Stream.of(USER, PATH, PARAMETER)
                                .map(pattern -> pattern.matcher(uri))
                                .flatMap(Matcher::results)
                                .flatMap(EndpointUri::groups))
                .flatMap(EndpointUri::spellings)
                .filter(Predicate.not(String::isBlank))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(value -> value.length() < SHORTEST
                        ? "(?<!\\w)" + Pattern.quote(value) + "(?!\\w)"
                        : Pattern.quote(value))
                .collect(Collectors.joining("|")));
    }

    private static Stream<String> groups(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .flatMap(Stream::ofNullable);
    }

    /** As it stands there, and as Camel decodes and encodes it. */
    private static Stream<String> spellings(String value) {
        String plain = decoded(value);
        String encoded = URLEncoder.encode(plain, UTF_8);
        return Stream.of(value, plain, encoded, encoded.replace("+", "%20"));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    /** @throws IllegalArgumentException when it has a placeholder that stands for nothing */
    static EndpointUri of(Secret secret, CamelContext camel) {
        try {
            return new EndpointUri(camel.resolvePropertyPlaceholders(secret.reveal()));
        } catch (RuntimeException unknown) {
            throw nowhere("a placeholder {{…}} in it stands for nothing");
        }
    }

    /** @throws IllegalArgumentException when there is no such endpoint; the message says why, without the URI's values */
    Endpoint resolve(CamelContext camel) {
        Matcher scheme = SCHEME.matcher(uri);
        if (!scheme.matches()) {
            throw nowhere("it does not begin with a Camel component's name and a colon, as file: does");
        }
        try {
            return camel.getEndpoint(uri);
        } catch (NoSuchEndpointException unknown) {
            throw nowhere("the hub has no Camel component '" + scheme.group(1) + "'");
        } catch (RuntimeException unresolved) { // a component may throw what it likes
            throw nowhere(hidden(unresolved).replaceFirst("^.* due to: ", ""));
        }
    }

    private static IllegalArgumentException nowhere(String reason) {
        return new IllegalArgumentException("its uri leads nowhere: " + reason);
    }

    /** What went wrong, in one line without the URI's values. */
    String hidden(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text =
                Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName());
        return values.matcher(text).replaceAll("…").replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return "EndpointUri";
    }
}
