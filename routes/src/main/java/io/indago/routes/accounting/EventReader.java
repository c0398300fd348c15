package io.indago.routes.accounting;

import java.io.IOException;

/**
 * Reads records of a topic.
 *
 * @param <E> what a record says
 */
@FunctionalInterface
public interface EventReader<E> {

    /**
     * What that record says.
     *
     * @throws IOException when it can't be read
     * @throws IllegalArgumentException when it is no such event
     */
    E read(byte[] record) throws IOException;
}
