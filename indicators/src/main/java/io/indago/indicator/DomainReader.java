package io.indago.indicator;

import io.indago.indicator.ParsedIndicator.Related;
import io.indago.indicator.ParsedIndicator.Warning;
import io.indago.spi.IndicatorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Bare names. The public-suffix list decides: one label below a suffix is a registered domain, more is a host name, a
 * suffix of a registry alone is nothing to look up.
 *
 * <p>A single label ({@code localhost}, {@code ws-0042}) is a host name too, and always reserved: an inventory may know
 * it, a stranger must not be asked. A private suffix ({@code github.io}) is somebody's domain and its own indicator,
 * with a warning.
 */
final class DomainReader {
    private static final String WILDCARD = "*.";

    /** Top-level domains better known as endings of files. */
    private static final Set<String> FILE_ENDINGS =
            Set.of("cab", "md", "mov", "pm", "ps", "pub", "py", "rs", "sh", "so", "zip");

    private final HostNames names;

    DomainReader(HostNames names) {
        this.names = names;
    }

    static boolean isSingleLabel(String text) {
        return Chars.all(text, HostNames::isNameCharacter);
    }

    Reading read(String text) throws InvalidIndicatorException {
        List<Warning> warnings = new ArrayList<>();
        String bare = text;
        if (text.startsWith(WILDCARD)) {
            bare = text.substring(WILDCARD.length());
            warnings.add(new Warning("wildcard", "read as the name the wildcard stands below"));
        }
        refuseOtherShapes(bare);
        HostName name = names.read(bare);
        if (name.publicSuffix()) {
            throw Fault.PUBLIC_SUFFIX.of(text, "is a public suffix, expected a name below it");
        }
        warnings.addAll(name.warnings());
        if (name.sharedSuffix()) {
            warnings.add(new Warning("shared-suffix", "strangers have names below " + name.ascii()));
        }
        boolean fileName = isFileName(name);
        if (fileName) {
            warnings.add(new Warning("file-name", name.ascii() + " may as well be the name of a file"));
        }
        List<Related> related = name
                .registeredAbove()
                .map(domain -> new Related(IndicatorType.DOMAIN, domain, "registered-domain"))
                .stream()
                .toList();
        return new Reading(
                name.type(),
                name.ascii(),
                name.ascii(),
                name.display(),
                fileName ? List.of("filename") : List.of(),
                name.reserved(),
                warnings,
                related);
    }

    private static void refuseOtherShapes(String text) throws InvalidIndicatorException {
        if (text.indexOf('/') >= 0 || text.indexOf(':') >= 0) {
            throw Fault.MISSING_SCHEME.of(
                    text, "is no indicator; if it is a URL or a host with a port, put its scheme in front (https://)");
        }
        if (text.codePoints().anyMatch(Character::isWhitespace)) {
            throw Fault.UNRECOGNISED.of(text, "is more than one word, expected a single indicator");
        }
    }

    private static boolean isFileName(HostName name) {
        int dot = name.ascii().indexOf('.');
        return dot == name.ascii().lastIndexOf('.')
                && FILE_ENDINGS.contains(name.ascii().substring(dot + 1));
    }
}
