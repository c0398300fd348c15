package io.indago.testkit;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.PluginConfig;
import io.indago.spi.ProviderException;
import io.indago.spi.ReplyReader;
import io.indago.spi.Report;
import io.indago.spi.Step;

/** The one hard step of {@code described.yaml}, from its jar. */
public final class DescribedReader implements ReplyReader {
    @Override
    public Step<Report> read(HttpReply reply, Indicator indicator, PluginConfig config, LookupContext context) {
        long score = reply.json().integerAt("/score", -1);
        if (score < 0 || score > 100) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "no score of 0 to 100 in the reply");
        }
        return Step.done(Report.hit("scored " + score + " at " + config.text("place"))
                .opinion((int) score, 80)
                .build());
    }
}
