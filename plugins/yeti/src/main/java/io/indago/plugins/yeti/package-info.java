/**
 * YETI: asks the operator's own instance what it has on an indicator, and puts enrichments there, as tags and one context
 * of the indicator's observable.
 *
 * <p>Read in the order {@link io.indago.plugins.yeti.YetiPlugin} → {@code YetiFactory} → {@code YetiProvider} →
 * {@code YetiReport} for what it is asked, and {@code YetiPushFactory} → {@code YetiConnector} → {@code Draft} →
 * {@code Change} for what it is told. Formats are those of the
 * <a href="https://yeti-platform.io/docs/api/">API</a> of YETI 2; a YETI 1 can be asked, too.
 */
@NullMarked
package io.indago.plugins.yeti;

import org.jspecify.annotations.NullMarked;
