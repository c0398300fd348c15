package io.indago.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of a process in {@code /proc}. */
record ProcessFiles(long pid) {
    /** Of the kernel's interface to programs; the same on every Linux we run on. */
    static final double TICKS_PER_SECOND = 100;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    double cpuSeconds() {
        return cpuSeconds(read("stat"));
    }

    /** Of a process or a thread, from its {@code stat}. */
    static double cpuSeconds(String stat) {
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(words[USER]) + Long.parseLong(words[SYSTEM])) / TICKS_PER_SECOND;
    }

    double residentMegabytes() {
        return megabytes("VmRSS:");
    }

    /** The most since {@link #forgetPeak}. */
    double peakMegabytes() {
        return megabytes("VmHWM:");
    }

    void forgetPeak() {
        try {
            Files.writeString(file("clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double megabytes(String field) {
        return read("status")
                .lines()
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }

    private String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " is gone", e);
        }
    }

    private Path file(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
