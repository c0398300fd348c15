package io.indago.plugins.rdap;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may be asked: the regional internet registries, and the registries of most top-level domains. Registrars are not
 * among them, for one of those may be the attacker's friend. A registry's server must be here and in IANA's bootstrap.
 */
final class RdapServers {
    private static final List<String> OF_NUMBERS =
            List.of("rdap.afrinic.net", "rdap.apnic.net", "rdap.arin.net", "rdap.db.ripe.net", "rdap.lacnic.net");
    private static final List<String> OF_NAMES = List.of(
            "ccrdap.twnic.tw",
            "pubapi.registry.google",
            "rdap.afilias-srs.net",
            "rdap.blog.fury.ca",
            "rdap.ca.fury.ca",
            "rdap.cctld.au",
            "rdap.cctld.uz",
            "rdap.centralnic.com",
            "rdap.conac.cn",
            "rdap.denic.de",
            "rdap.dns.pl",
            "rdap.eco.fury.ca",
            "rdap.fi",
            "rdap.flexireg.net",
            "rdap.gmoregistry.net",
            "rdap.gtlds.nic.br",
            "rdap.hostmaster.ua",
            "rdap.identitydigital.services",
            "rdap.isnic.is",
            "rdap.kenic.or.ke",
            "rdap.lbdr.org.lb",
            "rdap.mobile-registry.com",
            "rdap.nic.accountant",
            "rdap.nic.ad",
            "rdap.nic.ar",
            "rdap.nic.as",
            "rdap.nic.berlin",
            "rdap.nic.bid",
            "rdap.nic.biz",
            "rdap.nic.buzz",
            "rdap.nic.cat",
            "rdap.nic.ch",
            "rdap.nic.club",
            "rdap.nic.cm",
            "rdap.nic.cr",
            "rdap.nic.cricket",
            "rdap.nic.cv",
            "rdap.nic.cx",
            "rdap.nic.cz",
            "rdap.nic.date",
            "rdap.nic.design",
            "rdap.nic.download",
            "rdap.nic.eus",
            "rdap.nic.faith",
            "rdap.nic.fit",
            "rdap.nic.fr",
            "rdap.nic.gal",
            "rdap.nic.gdn",
            "rdap.nic.gs",
            "rdap.nic.hn",
            "rdap.nic.ht",
            "rdap.nic.ink",
            "rdap.nic.li",
            "rdap.nic.loan",
            "rdap.nic.ly",
            "rdap.nic.men",
            "rdap.nic.ml",
            "rdap.nic.ms",
            "rdap.nic.museum",
            "rdap.nic.net.ng",
            "rdap.nic.nf",
            "rdap.nic.nyc",
            "rdap.nic.one",
            "rdap.nic.paris",
            "rdap.nic.party",
            "rdap.nic.pg",
            "rdap.nic.pm",
            "rdap.nic.racing",
            "rdap.nic.re",
            "rdap.nic.review",
            "rdap.nic.science",
            "rdap.nic.sd",
            "rdap.nic.sn",
            "rdap.nic.ss",
            "rdap.nic.stream",
            "rdap.nic.surf",
            "rdap.nic.tel",
            "rdap.nic.tf",
            "rdap.nic.trade",
            "rdap.nic.tv",
            "rdap.nic.vi",
            "rdap.nic.vip",
            "rdap.nic.webcam",
            "rdap.nic.wf",
            "rdap.nic.wiki",
            "rdap.nic.win",
            "rdap.nic.work",
            "rdap.nic.yoga",
            "rdap.nic.yt",
            "rdap.nic.zm",
            "rdap.nixiregistry.in",
            "rdap.nominet.uk",
            "rdap.norid.no",
            "rdap.pandi.id",
            "rdap.publicinterestregistry.org",
            "rdap.radix.host",
            "rdap.register.si",
            "rdap.registro.br",
            "rdap.registry.bar",
            "rdap.registry.click",
            "rdap.registry.cloud",
            "rdap.registry.co",
            "rdap.registry.coop",
            "rdap.registry.ec",
            "rdap.registry.gy",
            "rdap.registry.love",
            "rdap.registryservices.music",
            "rdap.ricta.org.rw",
            "rdap.ryce-rsp.com",
            "rdap.sgnic.sg",
            "rdap.sidn.nl",
            "rdap.teleinfo.cn",
            "rdap.thains.co.th",
            "rdap.tonicregistry.to",
            "rdap.tznic.or.tz",
            "rdap.uniregistry.net",
            "rdap.verisign.com",
            "rdap.zdnsgtld.com",
            "restwhois.ngtld.cn",
            "tld-rdap.verisign.com");
    private static final Set<String> ALL = Stream.of(List.of(Bootstrap.HOST, "rdap.iana.org"), OF_NUMBERS, OF_NAMES)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private RdapServers() {}

    static String[] hosts() {
        return ALL.stream().sorted().toArray(String[]::new);
    }

    /** Whether calls may go there: a known host, over https on its own port. */
    static boolean allow(URI server) {
        return "https".equals(server.getScheme())
                && server.getHost() != null
                && ALL.contains(server.getHost())
                && (server.getPort() == -1 || server.getPort() == 443)
                && server.getRawUserInfo() == null
                && server.getRawQuery() == null;
    }
}
