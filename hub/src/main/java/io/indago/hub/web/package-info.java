/** The HTTP front: Camel's REST operations on Spring MVC, served on the container's own request threads. */
@NullMarked
package io.indago.hub.web;

import org.jspecify.annotations.NullMarked;
