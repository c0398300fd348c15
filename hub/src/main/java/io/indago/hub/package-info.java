/** The Spring Boot application: security, persistence and configuration around the routes and the plugin host. */
@NullMarked
package io.indago.hub;

import org.jspecify.annotations.NullMarked;
