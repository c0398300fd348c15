package io.indago.host;

import java.time.Instant;

/**
 * What one HTTP call may take.
 *
 * @param deadline when it is cut, also in the middle of a reply
 * @param maxBytes the most bytes of a reply after decompression
 */
public record CallLimits(Instant deadline, long maxBytes) {}
