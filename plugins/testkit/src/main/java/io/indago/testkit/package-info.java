/**
 * Tests a plugin on the real host without sockets: {@link io.indago.testkit.ProviderContractTest} for what every
 * provider must do, {@link io.indago.testkit.FixtureHost} for anything else. Replies are recorded in
 * {@code src/test/resources/fixtures/}, scrubbed of keys. {@link io.indago.testkit.SandboxAnswers} are those the plugin
 * brings for the sandbox.
 */
@NullMarked
package io.indago.testkit;

import org.jspecify.annotations.NullMarked;
