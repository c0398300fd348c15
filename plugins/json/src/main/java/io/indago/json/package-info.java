/**
 * What the plugin API shows of a reply, on Jackson: one {@link io.indago.json.BufferedReply} for the hub and for tests,
 * and the read-only view of its JSON. A reply is hostile input, so parsing is bounded in depth and in the length of
 * numbers and names.
 */
@NullMarked
package io.indago.json;

import org.jspecify.annotations.NullMarked;
