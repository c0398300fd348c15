package io.indago.routes.recording;

import com.google.common.hash.Hashing;
import io.indago.spi.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What tells calls apart: method, URL and body, without secrets. The same call has the same file, whoever makes it.
 *
 * @param provider the provider's id
 */
record RecordedCall(String provider, String method, String url, Optional<String> body) {
    private static final int LONGEST_NAME = 60;
    private static final int HASH = 16;

    static RecordedCall of(String provider, HttpCall call, CleanCopy copy) {
        return new RecordedCall(
                provider,
                call.method(),
                copy.text(call.uri().toString()),
                call.body().map(copy::text));
    }

    /** Its file: {@code get-scans-42-0a1b2c3d4e5f6071-01.json} the first time in a run, then {@code -02}. Nothing of an indicator gets into a path as it is. */
    Path file(Path folder, int number) {
        String path = Optional.ofNullable(URI.create(url).getPath()).orElse("");
        String readable = safe(method + "-" + path.substring(Math.max(0, path.length() - LONGEST_NAME)));
        String name = String.format(Locale.ROOT, "%s-%s-%02d.json", readable, hash().substring(0, HASH), number);
        return folder.resolve(safe(provider)).resolve(name);
    }

    private String hash() {
        return Hashing.sha256()
                .hashString(method + "\n" + url + "\n" + body.orElse(""), StandardCharsets.UTF_8)
                .toString();
    }

    /** Fit for every file system, those that know no capitals, colons, or names that end in a dot among them. */
    private static String safe(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("\\.{2,}|\\.-|-\\.", "-")
                .replaceAll("^[.-]+|[.-]+$", "");
    }

    /** For people. */
    @Override
    public String toString() {
        return method + " " + url;
    }
}
