package io.indago.routes.connector;

import io.indago.spi.Secret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ResolveEndpointFailedException;

/** A Camel endpoint's URI, none of whose values are to be seen in a message. */
final class EndpointUri {
    private static final int SHORTEST = 4;
    /** The values of parameters, and what stands before the host. */
    private static final Pattern VALUE = Pattern.compile("[?&][^=&]+=(?:RAW[({])?([^&)}]+)|//([^@/?]+)@");

    private final String uri;
    private final List<String> values = new ArrayList<>();

    private EndpointUri(String uri) {
        this.uri = uri;
        values.add(uri);
        Matcher value = VALUE.matcher(uri);
        while (value.find()) {
            values.add(value.group(1) == null ? value.group(2) : value.group(1));
        }
        values.removeIf(each -> each.length() < SHORTEST);
        values.sort(Comparator.comparing(String::length).reversed());
    }

    static EndpointUri of(Secret secret) {
        return new EndpointUri(secret.reveal());
    }

    /** @throws IllegalArgumentException when there is no such endpoint; the message says why, without the URI's values */
    Endpoint resolve(CamelContext camel) {
        try {
            return camel.getEndpoint(uri);
        } catch (ResolveEndpointFailedException unresolved) {
            String reason = hidden(unresolved);
            throw new IllegalArgumentException("its uri leads nowhere: " + reason.replaceFirst("(?s)^.* due to: ", ""));
        }
    }

    /** What went wrong, in one line without the URI's values. */
    String hidden(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        for (String value : values) {
            text = text.replace(value, "…");
        }
        return text.replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return "EndpointUri";
    }
}
