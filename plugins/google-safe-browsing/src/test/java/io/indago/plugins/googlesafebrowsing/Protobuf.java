package io.indago.plugins.googlesafebrowsing;

import io.indago.json.BufferedReply;
import io.indago.spi.HttpReply;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Replies as version 5 sends them, put together byte by byte. */
final class Protobuf {
    /** {@code login.example.org/portal/}, social engineering and malware, for 300 s. */
    static final HttpReply LISTED = reply(
            200,
            "0a1f" + "0a19" + "6c6f67696e2e6578616d706c652e6f72672f706f7274616c2f" + "12020201" + "1203" + "08ac02");

    /** {@code example.net/}, unwanted software, the type not packed. */
    static final HttpReply LISTED_UNPACKED =
            reply(200, "0a10" + "0a0c" + "6578616d706c652e6e65742f" + "1003" + "1203" + "08ac02");

    /** {@code example.net/}, type 9, and fields of later days. */
    static final HttpReply LISTED_LATER =
            reply(200, "0a11" + "0a0c" + "6578616d706c652e6e65742f" + "120109" + "7a056c61746572" + "800107");

    static final HttpReply UNLISTED = reply(200, "1203" + "08ac02");

    /** A {@code google.rpc.Status}: code 3, API key not valid. */
    static final HttpReply KEY_REFUSED = reply(
            400,
            "0803" + "122f"
                    + "415049206b6579206e6f742076616c69642e20506c65617365207061737320612076616c696420415049206b65792e");

    private Protobuf() {}

    static HttpReply reply(int status, String hex) {
        return BufferedReply.of(
                status,
                Map.of("content-type", List.of("application/x-protobuf")),
                HexFormat.of().parseHex(hex));
    }
}
