package io.indago.host;

import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.util.concurrent.CompletionStage;

/** Makes the calls plugins describe. The host decides whether a call may be made; the port makes it, once. */
@FunctionalInterface
public interface HttpPort {

    /**
     * Makes the call, without following redirects and without retrying. Returns at once.
     *
     * @param provider the id of the provider it is made for: connections are shared within it and with no other
     * @return the reply, whatever its status; or an {@link HttpFailure} at the latest at the limit's deadline, with the
     *     connection cut
     */
    CompletionStage<HttpReply> send(String provider, HttpCall call, CallLimits limits);
}
