package io.indago.host;

/**
 * Where secrets are that a setting only names: with a source of the scheme {@code vault}, {@code vault:indago/shodan#key}.
 * Asked when settings are read, at the start and at every rescan somebody asks for; never on a lookup's way.
 */
public interface SecretSource {

    /** What a reference begins with, before its colon. */
    String scheme();

    /**
     * The secret of that name now.
     *
     * @param name what follows the scheme and its colon
     * @throws UnreadableSecretException when there is none, or it can't be read now
     */
    String read(String name) throws UnreadableSecretException;

    /** A secret can't be read. */
    final class UnreadableSecretException extends Exception {
        private static final long serialVersionUID = 1;

        /** @param message why, after the reference, for an operator; without any secret */
        public UnreadableSecretException(String message) {
            super(message);
        }
    }
}
