package io.indago.client;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Asks for passwords: a person without showing what he types, a program for a line each of standard input. Never as an option,
 * which everybody on the machine could see.
 */
final class SecretPrompt {
    private final Terminal terminal;
    private final BufferedReader lines;

    SecretPrompt(Terminal terminal) {
        this.terminal = terminal;
        this.lines = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    }

    /** @throws LoginException when there is none */
    String ask(String label) throws LoginException {
        Console console = System.console();
        String secret = terminal.isInteractive(StandardStream.IN) && console != null ? typed(console, label) : line();
        if (secret.isEmpty()) {
            throw new LoginException(
                    "there is no password: type it, or write it to standard input, on a line of its own");
        }
        return secret;
    }

    private static String typed(Console console, String label) {
        char[] typed = console.readPassword("%s: ", label);
        return typed == null ? "" : new String(typed);
    }

    private String line() {
        try {
            String line = lines.readLine();
            return line == null ? "" : line;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
