package io.indago.client;

import java.util.Iterator;
import java.util.List;

/** Labels a shell may suggest; which there are, only the hub decides. */
final class Labels {
    private Labels() {}

    /** Of the Traffic Light Protocol 2.0. */
    static final class Tlp implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED").iterator();
        }
    }

    /** Of the Permissible Actions Protocol. */
    static final class Pap implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("CLEAR", "GREEN", "AMBER", "RED").iterator();
        }
    }
}
