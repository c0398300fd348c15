/**
 * Providers that are described in YAML. {@link io.indago.toolkit.DescriptorPlugin} reads a descriptor; what comes of it is an
 * ordinary {@link io.indago.spi.Plugin}, which runs where other plugins run and fails as they do.
 *
 * <p>Read in the order {@code format} (what can be said) → {@code DescriptorReader} → {@code Descriptor} →
 * {@code DescriptorProvider} → {@code Conversation} (the steps of one lookup), with {@code request} on its one side and
 * {@code report} on the other.
 */
@NullMarked
package io.indago.toolkit;

import org.jspecify.annotations.NullMarked;
