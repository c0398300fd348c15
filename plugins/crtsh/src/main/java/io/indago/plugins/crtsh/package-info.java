/**
 * crt.sh: the certificates that were issued for a name, from Certificate Transparency logs. The name's owner notices
 * nothing of the question.
 *
 * <p>Read in the order {@link io.indago.plugins.crtsh.CrtShPlugin} → {@code CrtShFactory} → {@code CrtShProvider} →
 * {@code CrtShReport}. Bodies are those of <a href="https://crt.sh/">crt.sh</a> with {@code output=json}.
 */
@NullMarked
package io.indago.plugins.crtsh;

import org.jspecify.annotations.NullMarked;
