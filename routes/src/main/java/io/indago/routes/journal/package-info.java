/** What must not be lost, on its way to Kafka. */
@NullMarked
package io.indago.routes.journal;

import org.jspecify.annotations.NullMarked;
