/** Protects providers from us and us from them: quotas, retries, breakers, health; and switches them off. */
@NullMarked
package io.indago.routes.guard;

import org.jspecify.annotations.NullMarked;
