package io.indago.plugins.rdap;

import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Map;

class RdapContractTest extends ProviderContractTest {
    private static final String IANA = "GET https://data.iana.org/rdap/";

    @Override
    protected Plugin plugin() {
        return new RdapPlugin();
    }

    @Override
    protected HttpReply healthy() {
        return Reply.fixture("dns.json");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a domain", IndicatorType.DOMAIN, "evil-shop.com")
                        .replying(IANA + "dns.json", "dns.json")
                        .replying("GET https://rdap.verisign.com/com/v1/domain/evil-shop.com", "domain.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an address", IndicatorType.IPV4, "203.0.114.9")
                        .replying(IANA + "ipv4.json", "ipv4.json")
                        .replying("GET https://rdap.arin.net/registry/ip/203.0.114.9", "network.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a network that has moved", IndicatorType.CIDR, "203.0.115.0/24")
                        .replying(IANA + "ipv4.json", "ipv4.json")
                        .replying(
                                "GET https://rdap.apnic.net/ip/203.0.115.0/24",
                                Reply.of(303, Map.of("location", "https://rdap.db.ripe.net/ip/203.0.115.0/24"), ""))
                        .replying("GET https://rdap.db.ripe.net/ip/203.0.115.0/24", "network.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a system", IndicatorType.ASN, "AS64500")
                        .replying(IANA + "asn.json", "asn.json")
                        .replying("GET https://rdap.db.ripe.net/autnum/64500", "system.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a domain nobody registered", IndicatorType.DOMAIN, "quiet.org")
                        .replying(IANA + "dns.json", "dns.json")
                        .replying(
                                "GET https://rdap.publicinterestregistry.org/rdap/domain/quiet.org",
                                404,
                                "not-found.json")
                        .expectingNoData(),
                LookupCase.of("a domain whose registry has no server", IndicatorType.DOMAIN, "quiet.example")
                        .replying(IANA + "dns.json", "dns.json")
                        .expectingNoData());
    }
}
