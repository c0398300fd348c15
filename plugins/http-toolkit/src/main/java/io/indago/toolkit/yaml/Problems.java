package io.indago.toolkit.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with one file, for its author: all of it at once, in the order of its lines. Not for several threads. */
public final class Problems {
    private static final int MOST = 50;

    private final String file;
    private final List<Problem> all = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    private record Problem(int line, String sentence) {}

    /** Of the whole file. */
    public void add(String sentence) {
        all.add(new Problem(0, file + ": " + sentence));
    }

    public void add(YamlNode node, String sentence) {
        add(node.line(), node.path(), sentence);
    }

    /** At that line, in that field; the path is blank where the field is not known yet. */
    public void add(int line, String path, String sentence) {
        all.add(new Problem(line, file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + sentence));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** {@code abuseipdb.yaml:14: request.query.ipAddress: …}. */
    public List<String> sentences() {
        return all.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(Problem::sentence)
                .distinct()
                .limit(MOST)
                .toList();
    }

    public String file() {
        return file;
    }
}
