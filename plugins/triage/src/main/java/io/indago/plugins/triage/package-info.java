/**
 * Triage, the sandbox of Recorded Future: what files and pages did when they were run. The provider {@code triage}
 * searches what was analysed before, {@code triage-submit} has a page analysed; it is off unless the operator turns it on.
 *
 * <p>Read in the order {@link io.indago.plugins.triage.TriagePlugin} → {@code TriageFactory} → {@code TriageProvider} →
 * {@code Analysis} → {@code TriageReport}. Formats are those of the
 * <a href="https://github.com/hatching/triage">API's version 0</a>.
 */
@NullMarked
package io.indago.plugins.triage;

import org.jspecify.annotations.NullMarked;
