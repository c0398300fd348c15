/** What was used, by whom and of what, and the log of requests: read from the accounts. */
@NullMarked
package io.indago.routes.report;

import org.jspecify.annotations.NullMarked;
