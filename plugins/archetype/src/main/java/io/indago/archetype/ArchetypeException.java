package io.indago.archetype;

/** Why no project can be made, in a sentence for the one who wants it. */
final class ArchetypeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ArchetypeException(String message) {
        super(message);
    }
}
