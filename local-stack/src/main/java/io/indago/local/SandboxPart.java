package io.indago.local;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The sandbox in a JVM of its own. */
final class SandboxPart extends ProcessPart {

    private static final int HEAP_MEGABYTES = 128;

    private final Path state;
    private final Path archives;
    private final Path plugins;
    private final int port;
    private final Jvm jvm = Jvm.current();

    SandboxPart(Path state, Path archives, Path plugins, int port, Processes processes, StackListener listener) {
        super("sandbox", processes, listener);
        this.state = state;
        this.archives = archives;
        this.plugins = plugins;
        this.port = port;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    void prepare() {
        // the jars are read by the sandbox itself, at every start
    }

    @Override
    Launch launch() {
        String classPath = location(Sandbox.class) + File.pathSeparator + location(WireMockServer.class);
        return new Launch(
                name(),
                jvm.command(
                        jvm.lean(HEAP_MEGABYTES),
                        jvm.classArchive(archives, name()),
                        List.of("-cp", classPath, Sandbox.class.getName(), Integer.toString(port), plugins.toString())),
                state);
    }

    @Override
    boolean isReady() {
        return Probe.answersOk(url().resolve("/__admin/mappings?limit=1"));
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(60);
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
