package io.indago.plugins.dns;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers two providers, {@code dns} and {@code spamhaus-dnsbl}, a list that is asked by DNS. */
public final class DnsPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new DnsFactory(), new SpamhausFactory());
    }
}
