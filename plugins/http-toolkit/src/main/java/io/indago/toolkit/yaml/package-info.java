/** Reads YAML into a tree that remembers files, lines and fields, and collects what is wrong. */
@NullMarked
package io.indago.toolkit.yaml;

import org.jspecify.annotations.NullMarked;
