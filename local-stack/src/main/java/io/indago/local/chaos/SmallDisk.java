package io.indago.local.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that is a file system of its own for a while, with little room. Only root can make one. */
record SmallDisk(Path folder) {
    private static final int BLOCK = 4_096;

    /** The folder's content, and that many megabytes. Nobody may use it meanwhile. */
    static SmallDisk under(Path folder, int megabytes) throws IOException, InterruptedException {
        Path copy = folder.resolveSibling(folder.getFileName() + ".copy");
        run("rm", "-rf", copy.toString());
        run("cp", "-a", folder.toString(), copy.toString());
        String size = Long.toString((size(folder) >> 20) + megabytes);
        run("mount", "-t", "tmpfs", "-o", "size=" + size + "m,mode=0700", "tmpfs", folder.toString());
        SmallDisk disk = new SmallDisk(folder);
        try {
            run("cp", "-a", copy + "/.", folder.toString());
            run("rm", "-rf", copy.toString());
        } catch (IOException e) {
            run("umount", folder.toString());
            throw e;
        }
        return disk;
    }

    /** Takes away those below the folder that a suite left which was killed. */
    static void removeLeftovers(Path folder) throws IOException, InterruptedException {
        Path mounts = Path.of("/proc/self/mounts");
        if (!Files.exists(mounts)) {
            return;
        }
        for (String line : Files.readAllLines(mounts)) {
            String place = line.split(" ")[1];
            if (Path.of(place).startsWith(folder.toAbsolutePath())) {
                run("umount", "-l", place);
            }
        }
    }

    /** Why there can be none here. */
    static Optional<String> obstacle() {
        try {
            Path trial = Files.createTempDirectory("small-disk");
            run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", trial.toString());
            run("umount", trial.toString());
            Files.delete(trial);
            return Optional.empty();
        } catch (IOException forbidden) {
            return Optional.of("only root can mount a small disk");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** Writes to that file until nothing more goes in. */
    boolean fill(Path ballast) {
        byte[] block = new byte[BLOCK];
        try (OutputStream file = Files.newOutputStream(ballast)) {
            while (true) {
                file.write(block);
            }
        } catch (IOException full) {
            return true;
        }
    }

    /** Takes what is in it back to where the folder was. */
    void remove() throws IOException, InterruptedException {
        Path copy = folder.resolveSibling(folder.getFileName() + ".copy");
        run("cp", "-a", folder.toString(), copy.toString());
        run("umount", folder.toString());
        run("rm", "-rf", folder.toString());
        Files.move(copy, folder);
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output.strip());
        }
    }
}
