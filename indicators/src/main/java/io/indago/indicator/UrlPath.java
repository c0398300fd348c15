package io.indago.indicator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The path of a URL with a special scheme, as WHATWG URL's path state leaves it: dot segments resolved. */
final class UrlPath {
    private UrlPath() {}

    /** Begins with a slash, whatever the text. */
    static String normalise(String text) {
        // Unreserved characters are decoded first, so %2e is a dot by now
        String path = Percent.normalise(text.replace('\\', '/'), Percent.PATH);
        List<String> segments = Chars.split(path.startsWith("/") ? path.substring(1) : path, '/');
        Deque<String> kept = new ArrayDeque<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean up = segment.equals("..");
            if (up) {
                kept.pollLast();
            } else if (!segment.equals(".")) {
                kept.addLast(segment);
            }
            boolean last = i == segments.size() - 1;
            if (last && (up || segment.equals("."))) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
