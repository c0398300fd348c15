package io.indago.spi;

import java.util.List;
import java.util.Optional;

/**
 * What came back: complete, decompressed and within the size limit.
 *
 * @since 1.0
 */
public interface HttpReply {

    /** One of the statuses the {@link HttpCall} asked to see. */
    int status();

    /** The first value of that header, its name in any case; empty when the reply has none. */
    Optional<String> header(String name);

    /** The body's bytes, a copy; empty when there is none. */
    byte[] bytes();

    /** How many bytes the body has; 0 when there is none. */
    int size();

    /** The body as text, in the charset the reply names, else UTF-8; what can't be decoded becomes U+FFFD. */
    String text();

    /** The {@link #text()}'s lines, without their ends and without empty ones. */
    List<String> lines();

    /**
     * The body as JSON.
     *
     * @throws ProviderException {@link ErrorKind#BAD_REPLY} when it is none, or nested deeper than 64
     */
    JsonView json();

    /**
     * The {@link #lines()}, each as JSON of its own; without any when there are none.
     *
     * @throws ProviderException {@link ErrorKind#BAD_REPLY} when one is none; the message says which
     * @since 1.2
     */
    default List<JsonView> jsonLines() {
        throw new UnsupportedOperationException("replies of " + getClass().getName() + " have no JSON lines");
    }
}
