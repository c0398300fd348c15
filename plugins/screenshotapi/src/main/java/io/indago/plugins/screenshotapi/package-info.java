/**
 * ScreenshotAPI: a picture of a page, without an opinion. A browser visits the page for it, so that it is off unless the
 * operator turns it on.
 *
 * <p>Read in the order {@link io.indago.plugins.screenshotapi.ScreenshotApiPlugin} → {@code ScreenshotApiFactory} →
 * {@code ScreenshotApiProvider} → {@code Screenshot}. Formats are those of the
 * <a href="https://screenshotapi.net/docs">documentation</a>.
 */
@NullMarked
package io.indago.plugins.screenshotapi;

import org.jspecify.annotations.NullMarked;
