/** What a descriptor may say, as data: its reader, its schema and its checks are made from it. */
@NullMarked
package io.indago.toolkit.format;

import org.jspecify.annotations.NullMarked;
