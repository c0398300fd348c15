package io.indago.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command as somebody other than root, which is all PostgreSQL asks for. For root that is first of all a user
 * namespace, in which root's files stay readable; where containers forbid those, it is the user "nobody".
 */
record OrdinaryUser(List<String> prefix) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> SWITCH =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    /**
     * @param folder what the command will write to, inside a folder that we made and own
     * @param program what the command will run
     */
    static OrdinaryUser owning(Path folder, String program) {
        if (new UnixSystem().getUid() != ROOT) {
            return new OrdinaryUser(List.of());
        }
        if (owner(folder) != ROOT && owner(folder) != NOBODY) {
            throw new LocalStackException(folder + " was made by another user: run Indago as that user, not as root.");
        }
        if (owner(folder) == ROOT && succeeds(NAMESPACE, "test", "-w", folder.toString())) {
            return new OrdinaryUser(NAMESPACE);
        }
        giveAway(folder);
        if (succeeds(SWITCH, "test", "-w", folder.toString()) && succeeds(SWITCH, "test", "-x", program)) {
            return new OrdinaryUser(SWITCH);
        }
        throw new LocalStackException("PostgreSQL refuses to run as root, and here neither 'unshare -U' nor 'setpriv'"
                + " can run it as somebody else: start Indago as an ordinary user.");
    }

    List<String> wrap(List<String> command) {
        List<String> wrapped = new ArrayList<>(prefix);
        wrapped.addAll(command);
        return wrapped;
    }

    private static int owner(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void giveAway(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", NOBODY);
                Files.setAttribute(path, "unix:gid", NOBODY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean succeeds(List<String> prefix, String... test) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(test));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
