package io.indago.indicator;

import io.indago.indicator.ParsedIndicator.Warning;
import io.indago.spi.IndicatorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * URLs, parsed as WHATWG URL does, of the schemes that name a place on a network.
 *
 * <p>Canonical: scheme and host in lower case, host by UTS 46 without a trailing dot, every form of an IPv4 host as a
 * dotted quad, no default port, no fragment, dot segments resolved, percent-encoding normalised, query order and case
 * of the path kept. Beyond WHATWG, the host must be an address or a name that can exist, and a bracket that would read
 * as a defanged dot is percent-encoded (see {@link Refang#protect}).
 */
final class UrlReader {
    private static final Map<String, Integer> DEFAULT_PORTS =
            Map.of("http", 80, "https", 443, "ftp", 21, "ws", 80, "wss", 443);
    private static final int LONGEST_SCHEME = 20;
    private static final int MAX_PORT = 65_535;

    private final UrlHosts hosts;

    UrlReader(UrlHosts hosts) {
        this.hosts = hosts;
    }

    /** A scheme, and what follows it no port: {@code localhost:8080} is not of the scheme {@code localhost}. */
    static boolean claims(String text) {
        String clean = withoutControls(text);
        int colon = clean.indexOf(':');
        if (colon < 1 || colon > LONGEST_SCHEME || !Chars.isLetter(clean.charAt(0))) {
            return false;
        }
        String scheme = clean.substring(0, colon);
        boolean port = colon + 1 < clean.length() && Chars.isDigit(clean.charAt(colon + 1));
        return DEFAULT_PORTS.containsKey(scheme.toLowerCase(Locale.ROOT))
                || !port && Chars.all(scheme, c -> Chars.isAlphanumeric(c) || c == '+' || c == '-');
    }

    Reading read(String text) throws InvalidIndicatorException {
        List<Warning> warnings = new ArrayList<>();
        String clean = withoutControls(text);
        if (clean.length() < text.length()) {
            warnings.add(new Warning("control-characters-removed", "tabs and line breaks inside, as browsers do"));
        }
        int colon = clean.indexOf(':');
        String scheme = clean.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!DEFAULT_PORTS.containsKey(scheme)) {
            throw Fault.UNSUPPORTED_SCHEME.of(
                    text, "has the scheme '" + Shown.of(scheme) + "', expected http, https, ftp, ws or wss");
        }
        UrlText parts = UrlText.of(clean.substring(colon + 1));
        UrlHosts.Host host = hosts.read(text, parts.host());
        String port = port(text, scheme, parts.port());
        String userinfo = userinfo(parts.userinfo());
        String path = UrlPath.normalise(parts.path());
        Optional<String> query = parts.query().map(q -> Percent.normalise(q, Percent.QUERY));
        SecretParameters safe = SecretParameters.strip(path, query);
        warnings.addAll(host.warnings());
        if (!userinfo.isEmpty()) {
            warnings.add(new Warning("userinfo-stripped", "user name and password are not sent to providers"));
        }
        if (!safe.stripped().isEmpty()) {
            warnings.add(new Warning("secret-parameter-stripped", "not sent to providers: " + safe.stripped()));
        }
        String before = scheme + "://";
        String value = before + Refang.protect(userinfo) + host.text() + port + tail(path, query);
        String lookup = before + host.text() + port + tail(safe.path(), safe.query());
        String display = before + host.display() + port + tail(safe.path(), safe.query());
        if (value.length() > IndicatorParser.MAX_LENGTH) {
            throw Fault.TOO_LONG.of(text, "has " + value.length() + " characters when encoded, expected at most 2048");
        }
        return new Reading(
                IndicatorType.URL, value, lookup, display, List.of(), host.reserved(), warnings, host.related());
    }

    private static String tail(String path, Optional<String> query) {
        return Refang.protect(path + query.map(q -> "?" + q).orElse(""));
    }

    private static String port(String url, String scheme, String text) throws InvalidIndicatorException {
        if (text.isEmpty()) {
            return "";
        }
        int port = 0;
        for (int i = 0; i < text.length() && port <= MAX_PORT; i++) {
            port = Chars.isDigit(text.charAt(i)) ? port * 10 + text.charAt(i) - '0' : MAX_PORT + 1;
        }
        if (port > MAX_PORT) {
            throw Fault.INVALID_URL.of(url, "is no URL: its port is no number up to 65535");
        }
        return port == DEFAULT_PORTS.get(scheme) ? "" : ":" + port;
    }

    /** With its {@code @}; nothing at all when user name and password are empty. */
    private static String userinfo(String text) {
        int colon = Chars.firstOf(":", text);
        String user = Percent.normalise(text.substring(0, colon), Percent.USERINFO);
        String password = Percent.normalise(text.substring(Math.min(colon + 1, text.length())), Percent.USERINFO);
        if (user.isEmpty() && password.isEmpty()) {
            return "";
        }
        return user + (password.isEmpty() ? "" : ":" + password) + "@";
    }

    private static String withoutControls(String text) {
        return text.replace("\t", "").replace("\n", "").replace("\r", "");
    }
}
