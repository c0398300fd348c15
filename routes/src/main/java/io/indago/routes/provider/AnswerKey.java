package io.indago.routes.provider;

import io.indago.routes.provider.ProviderDirectory.Entry;
import io.indago.spi.Indicator;

/**
 * What an answer answers. TLP and PAP are no part of it: they are judged before anybody looks for an answer or joins who asks.
 *
 * @param build of the plugin: another one may read the same reply otherwise
 */
record AnswerKey(String provider, String build, boolean sandbox, Indicator indicator) {

    static AnswerKey of(Entry entry, Indicator indicator) {
        return new AnswerKey(entry.spec().id(), entry.build(), entry.sandbox(), indicator);
    }
}
