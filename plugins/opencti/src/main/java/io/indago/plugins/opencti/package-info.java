/**
 * OpenCTI: asks the operator's own instance what it has on an indicator, and puts enrichments there: on its observable, and
 * as one note.
 *
 * <p>Read in the order {@link io.indago.plugins.opencti.OpenCtiPlugin} → {@code OpenCtiFactory} → {@code OpenCtiProvider}
 * → {@code OpenCtiReport} for what it is asked, and {@code OpenCtiPushFactory} → {@code OpenCtiConnector} → {@code Draft}
 * → {@code Stored} for what it is told. Formats are those of the
 * <a href="https://docs.opencti.io/latest/reference/api/">GraphQL API</a> of OpenCTI 6. It is asked for few members, so
 * that most versions know them.
 */
@NullMarked
package io.indago.plugins.opencti;

import org.jspecify.annotations.NullMarked;
