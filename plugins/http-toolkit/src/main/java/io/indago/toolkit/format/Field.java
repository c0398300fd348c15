package io.indago.toolkit.format;

/**
 * A field a descriptor may have.
 *
 * @param help one sentence for the author, which editors show
 */
public record Field(String name, Kind kind, boolean required, String help) {

    static Field must(String name, Kind kind, String help) {
        return new Field(name, kind, true, help);
    }

    static Field may(String name, Kind kind, String help) {
        return new Field(name, kind, false, help);
    }
}
