package io.indago.bench;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/** One mock provider's reply, about 2.8 KB in the shape of a multi-engine service; only the address in it changes. */
final class MockBody {
    private static final int ENGINES = 16;

    private final Buffer before;
    private final Buffer after;

    /** @param provider from 1 */
    MockBody(int provider) {
        before = Buffer.buffer("{\"data\":{\"type\":\"ip_address\",\"id\":\"");
        after = Buffer.buffer("\",\"links\":{\"self\":\"https://api." + Ids.provider(provider) + ".example/v1/ip\"},"
                + "\"attributes\":{"
                + "\"asn\":" + (64_496 + provider) + ","
                + "\"as_owner\":\"Example Relay Network " + provider + "\","
                + "\"continent\":\"EU\",\"country\":\"DE\",\"network\":\"20." + provider + ".0.0/16\","
                + "\"regional_internet_registry\":\"RIPE NCC\","
                + "\"first_submission_date\":1612345678,\"last_analysis_date\":1793000000,"
                + "\"last_modification_date\":1793000600,"
                + "\"last_analysis_stats\":{\"malicious\":4,\"suspicious\":1,\"harmless\":9,\"undetected\":2,"
                + "\"timeout\":0},"
                + "\"last_analysis_results\":{" + engines() + "},"
                + "\"reputation\":-" + (20 + provider) + ","
                + "\"tags\":[\"tor\",\"scanner\",\"ssh-bruteforce\",\"proxy-" + provider + "\"],"
                + "\"total_votes\":{\"harmless\":2,\"malicious\":" + (7 + provider) + "},"
                + "\"whois\":\"" + whois() + "\",\"whois_date\":1792000000,\"jarm\":null}}}");
    }

    private static String engines() {
        StringBuilder engines = new StringBuilder();
        for (int i = 1; i <= ENGINES; i++) {
            String name = String.format(Locale.ROOT, "Example Engine %02d", i);
            String category = i <= 4 ? "malicious" : i == 5 ? "suspicious" : i <= 14 ? "harmless" : "undetected";
            engines.append(i == 1 ? "" : ",")
                    .append("\"" + name + "\":{\"category\":\"" + category + "\",\"engine_name\":\"" + name
                            + "\",\"method\":\"blacklist\",\"result\":\"" + (i <= 4 ? "malware" : "clean") + "\"}");
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
