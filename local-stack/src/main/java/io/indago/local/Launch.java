package io.indago.local;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command to run as a child.
 *
 * @param inheritsEnvironment whether it gets our whole environment, with the caller's keys for providers, beside its own
 *     variables
 * @param input what it reads from its standard input, a file
 */
record Launch(
        String name,
        List<String> command,
        Path workingFolder,
        Map<String, String> environment,
        boolean inheritsEnvironment,
        StopSignal signal,
        File input) {

    private static final File NOTHING = new File("/dev/null");

    Launch(String name, List<String> command, Path workingFolder) {
        this(name, command, workingFolder, Map.of(), false, StopSignal.TERM, NOTHING);
    }

    Launch with(Map<String, String> variables) {
        return new Launch(name, command, workingFolder, variables, inheritsEnvironment, signal, input);
    }

    Launch inheritingEnvironment() {
        return new Launch(name, command, workingFolder, environment, true, signal, input);
    }

    Launch stoppedBy(StopSignal other) {
        return new Launch(name, command, workingFolder, environment, inheritsEnvironment, other, input);
    }

    Launch reading(Path file) {
        return new Launch(name, command, workingFolder, environment, inheritsEnvironment, signal, file.toFile());
    }
}
