/** From a reply to a report. */
@NullMarked
package io.indago.toolkit.report;

import org.jspecify.annotations.NullMarked;
