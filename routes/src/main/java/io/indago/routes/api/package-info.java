/** The HTTP API: its operations, their scopes, how requests are read and errors told. */
@NullMarked
package io.indago.routes.api;

import org.jspecify.annotations.NullMarked;
