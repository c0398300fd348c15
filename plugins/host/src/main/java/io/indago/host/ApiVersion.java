package io.indago.host;

import io.indago.spi.IndicatorType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the plugin API. */
record ApiVersion(int major, int minor) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    /** Empty when it is no {@code major.minor}. */
    static Optional<ApiVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** The one this host speaks, written by its build. */
    static ApiVersion ours() {
        Properties properties = new Properties();
        try (InputStream in = ApiVersion.class.getResourceAsStream("api-version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(properties.getProperty("version")).orElseThrow();
    }

    /** Whether a plugin built against {@code theirs} runs on this one. */
    boolean accepts(ApiVersion theirs) {
        return theirs.major == major && theirs.minor <= minor;
    }

    /** Whether a plugin built against this one can know that type. */
    boolean knows(IndicatorType type) {
        return accepts(parse(type.since()).orElseThrow());
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
