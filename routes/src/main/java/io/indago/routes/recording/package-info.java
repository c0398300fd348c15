/** Provider replies recorded as files, and calls answered from them instead of the network. */
@NullMarked
package io.indago.routes.recording;

import org.jspecify.annotations.NullMarked;
