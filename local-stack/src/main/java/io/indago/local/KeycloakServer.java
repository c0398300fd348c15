package io.indago.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that kc.sh ends in, without kc.sh: a shell in between would hide the id of the Java process and leave it
 * behind when killed.
 */
record KeycloakServer(Path distribution, Path archives, Jvm jvm) {

    private static final int HEAP_MEGABYTES = 256;

    /** @param home the folder with this server's own data, linked to the distribution for the rest */
    List<String> command(Path home, int port, String... more) {
        List<String> command = jvm.command(
                jvm.lean(HEAP_MEGABYTES),
                jvm.classArchive(archives, "keycloak"),
                List.of(
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-cp",
                        distribution.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        "start",
                        "--optimized",
                        // without it Keycloak looks for other nodes, on all interfaces
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://127.0.0.1:" + port));
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(more));
        return whole;
    }
}
