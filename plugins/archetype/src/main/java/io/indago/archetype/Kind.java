package io.indago.archetype;

/** What a new plugin is; each has a folder of its name in {@code plugins/archetype/templates}. */
enum Kind {
    descriptor,
    java,
    connector
}
