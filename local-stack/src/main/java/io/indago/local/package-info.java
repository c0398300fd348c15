@NullMarked
package io.indago.local;

import org.jspecify.annotations.NullMarked;
