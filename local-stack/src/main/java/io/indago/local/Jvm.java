package io.indago.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java we run on, for the children that are Java as well. */
record Jvm(Path home, int feature, String version) {

    /** Archives of loaded classes that keep themselves up to date came with this release. */
    private static final int AUTOMATIC_ARCHIVES = 19;

    private static final int VIRTUAL_THREADS = 21;
    private static final int COMPACT_HEADERS = 25;
    private static final int NATIVE_ACCESS = 24;

    static Jvm current() {
        return new Jvm(
                Path.of(System.getProperty("java.home")),
                Runtime.version().feature(),
                Runtime.version().toString());
    }

    String java() {
        return home.resolve("bin/java").toString();
    }

    boolean hasVirtualThreads() {
        return feature >= VIRTUAL_THREADS;
    }

    /** Smaller objects, hence less to collect, where Java knows how. */
    List<String> compactObjects() {
        return feature >= COMPACT_HEADERS ? List.of("-XX:+UseCompactObjectHeaders") : List.of();
    }

    /** For the hub, whose journal has a native library: later releases of Java want to be told. */
    List<String> nativeAccess() {
        return feature >= NATIVE_ACCESS ? List.of("--enable-native-access=ALL-UNNAMED") : List.of();
    }

    /**
     * For the hub: nearly all it makes is garbage when its lookup has been answered. So there is much room for it to die
     * young in, and for what is alive meanwhile to survive in without being taken for old.
     */
    List<String> roomForTheYoung() {
        return List.of("-XX:+UseSerialGC", "-Xmn240m", "-XX:SurvivorRatio=4");
    }

    /** For servers that one person or one test uses: quick to start, content with little. */
    List<String> lean(int heapMegabytes) {
        return List.of(
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8");
    }

    /** Remembers the classes a program loads, which about halves its next start. */
    List<String> classArchive(Path folder, String name) {
        if (feature < AUTOMATIC_ARCHIVES) {
            return List.of();
        }
        Path archive = Folders.create(folder).resolve(name + "-" + version + ".jsa");
        return List.of(
                "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xshare:auto");
    }

    @SafeVarargs
    final List<String> command(List<String>... parts) {
        List<String> command = new ArrayList<>();
        command.add(java());
        for (List<String> part : parts) {
            command.addAll(part);
        }
        return command;
    }
}
