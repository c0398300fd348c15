package io.indago.bench;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;

/**
 * One mock provider's reply, in the shape of a multi-engine service; only the address in it changes. The eight are as
 * long as what real services say of an address: 1 to 30 KB, 60 KB in all.
 */
final class MockBody {
    private static final List<Integer> KILOBYTES = List.of(12, 30, 1, 1, 4, 6, 3, 2);
    private static final int MALICIOUS = 4;

    private final Buffer before;
    private final Buffer after;

    /** @param provider from 1 */
    MockBody(int provider) {
        int size = KILOBYTES.get((provider - 1) % KILOBYTES.size()) * 1_024;
        before = Buffer.buffer("{\"data\":{\"type\":\"ip_address\",\"id\":\"");
        String attributes = "\",\"links\":{\"self\":\"https://api." + Ids.provider(provider) + ".example/v1/ip\"},"
                + "\"attributes\":{"
                + "\"asn\":" + (64_496 + provider) + ","
                + "\"as_owner\":\"Example Relay Network " + provider + "\","
                + "\"continent\":\"EU\",\"country\":\"DE\",\"network\":\"20." + provider + ".0.0/16\","
                + "\"regional_internet_registry\":\"RIPE NCC\","
                + "\"first_submission_date\":1612345678,\"last_analysis_date\":1793000000,"
                + "\"last_modification_date\":1793000600,"
                + "\"last_analysis_stats\":{\"malicious\":4,\"suspicious\":1,\"harmless\":9,\"undetected\":2,"
                + "\"timeout\":0},"
                + "\"reputation\":-" + (20 + provider) + ","
                + "\"tags\":[\"tor\",\"scanner\",\"ssh-bruteforce\",\"proxy-" + provider + "\"],"
                + "\"total_votes\":{\"harmless\":2,\"malicious\":" + (7 + provider) + "},"
                + "\"whois\":\"" + whois() + "\",\"whois_date\":1792000000,\"jarm\":null,\"last_analysis_results\":{";
        after = Buffer.buffer(attributes + engines(size - before.length() - attributes.length()) + "}}}}");
    }

    /** As many as that length takes, and at least those that call it malicious. */
    private static String engines(int length) {
        StringBuilder engines = new StringBuilder();
        for (int i = 1; i <= MALICIOUS || engines.length() < length; i++) {
            String name = String.format(Locale.ROOT, "Example Engine %03d", i);
            String category = i <= MALICIOUS ? "malicious" : i % 7 == 0 ? "undetected" : "harmless";
            engines.append(i == 1 ? "" : ",")
                    .append("\"" + name + "\":{\"category\":\"" + category + "\",\"engine_name\":\"" + name
                            + "\",\"method\":\"blacklist\",\"result\":\"" + (i <= MALICIOUS ? "malware" : "clean")
                            + "\"}");
        }
        return engines.toString();
    }

    private static String whois() {
        return "inetnum: 20.0.0.0 - 20.255.255.255\\nnetname: EXAMPLE-NET\\ndescr: Example Relay Network, Z\\u00fcrich\\n"
                + "country: DE\\nadmin-c: EX1-RIPE\\ntech-c: EX2-RIPE\\nstatus: ASSIGNED PA\\nmnt-by: EXAMPLE-MNT\\n"
                + "created: 2011-03-04T05:06:07Z\\nlast-modified: 2026-03-04T05:06:07Z\\nsource: RIPE";
    }

    Buffer about(String address) {
        return Buffer.buffer(before.length() + address.length() + after.length())
                .appendBuffer(before)
                .appendString(address)
                .appendBuffer(after);
    }
}
