package io.indago.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts children into sessions of their own: Ctrl-C on a terminal goes to everybody in the session, but the order in which
 * the parts stop is ours to choose. Both ways replace themselves by the command, so that its process id stays ours.
 */
record Detachment(List<String> prefix) {

    static Detachment find() {
        if (isOnPath("setsid")) {
            return new Detachment(List.of("setsid"));
        }
        if (isOnPath("perl")) {
            return new Detachment(List.of("perl", "-MPOSIX=setsid", "-e", "setsid; exec @ARGV"));
        }
        return new Detachment(List.of());
    }

    List<String> wrap(List<String> command) {
        List<String> wrapped = new ArrayList<>(prefix);
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
