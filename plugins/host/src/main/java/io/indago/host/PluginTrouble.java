package io.indago.host;

/** A plugin did not do what it was asked; the message is a sentence for its author and the operator. */
final class PluginTrouble extends Exception {
    private static final long serialVersionUID = 1;

    PluginTrouble(String sentence) {
        super(sentence);
    }
}
