package io.indago.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A recording by the JDK's own Flight Recorder of a hub under load, told by the JDK's {@code jfr} tool. */
record FlightRecording(Jdk jdk, long pid, Path file) {
    private static final int ROWS = 20;

    static FlightRecording start(Jdk jdk, Child hub, Path file) {
        FlightRecording recording = new FlightRecording(jdk, hub.pid(), file);
        recording.command("JFR.configure", "stackdepth=256");
        recording.command(
                "JFR.start",
                "name=bench",
                "settings=profile",
                "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=5ms",
                "filename=" + file);
        return recording;
    }

    void stop() {
        command("JFR.stop", "name=bench", "filename=" + file);
    }

    private void command(String... words) {
        Command.run(Lists.join(List.of(jdk.program("jcmd"), Long.toString(pid)), List.of(words))
                .toArray(String[]::new));
    }

    String summary(Measurement measurement, String threads) {
        return String.format(
                        "%n## Profile: JDK %s, %d clients, 0 ms, %.0f lookups/s under the recorder%n%n",
                        jdk.feature(), Cell.FAST.clients(), measurement.perSecond())
                + threads
                + CostShares.in(file).text()
                + view("cpu-time-hot-methods");
    }

    private String view(String name) {
        String text = Command.run(
                jdk.program("jfr"), "view", "--width", "150", "--truncate", "beginning", name, file.toString());
        String rows = text.lines().limit(ROWS + 5L).collect(Collectors.joining("\n"));
        return "```\n" + rows.strip() + "\n```\n\n";
    }
}
