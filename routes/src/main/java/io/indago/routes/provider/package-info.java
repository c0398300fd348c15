/** The part of a lookup that belongs to one provider, and the HTTP calls it makes. */
@NullMarked
package io.indago.routes.provider;

import org.jspecify.annotations.NullMarked;
