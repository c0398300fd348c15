package io.indago.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A text within a reply, decoded when somebody asks for it: most texts of most replies nobody does.
 *
 * @param json the whole reply, in UTF-8, which has been read to its end and is well-formed
 * @param begin where the text's opening quote is
 */
record JsonText(byte[] json, int begin) {

    String decode() {
        int end = begin + 1;
        while (json[end] != '"') {
            if (json[end] < 0 || json[end] == '\\') {
                return parsed();
            }
            end++;
        }
        return new String(json, begin + 1, end - begin - 1, ISO_8859_1);
    }

    /** What is not as plain, Jackson decodes. */
    private String parsed() {
        try (JsonParser in = Json.FACTORY.createParser(json, begin, json.length - begin)) {
            in.nextToken();
            return in.getText();
        } catch (IOException readBefore) {
            throw new UncheckedIOException(readBefore);
        }
    }
}
