package io.indago.toolkit.request;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpCall;
import io.indago.spi.ProviderException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way to ask, to be filled with values.
 *
 * @param field where the descriptor says it, {@code request}
 * @param path by its segments
 */
public record Request(
        String field,
        boolean post,
        String url,
        List<Template> path,
        Map<String, Template> query,
        Map<String, Template> headers,
        Map<String, Template> form,
        Optional<JsonBody> json) {

    /** The call with everything in it but who asks. */
    HttpCall call(Map<String, String> values, Settings settings, Map<String, String> moreForm) {
        String[] segments = path.stream()
                .map(segment -> segment.fill(values).orElseThrow(() -> incomplete()))
                .toArray(String[]::new);
        HttpCall call = post ? HttpCall.post(url, segments) : HttpCall.get(url, segments);
        for (Map.Entry<String, String> parameter : filled(query, values).entrySet()) {
            call = call.query(parameter.getKey(), parameter.getValue());
        }
        call = withHeaders(call, values);
        Map<String, String> fields = filled(form, values);
        fields.putAll(moreForm);
        if (!fields.isEmpty()) {
            call = call.form(fields);
        }
        return json.isPresent() ? call.json(json.get().fill(values, settings)) : call;
    }

    /** The same to a URL that a reply gave. */
    HttpCall link(String link, Map<String, String> values) {
        int mark = link.indexOf('?');
        HttpCall call = HttpCall.get(mark < 0 ? link : link.substring(0, mark));
        if (mark >= 0) {
            for (String parameter :
                    link.substring(mark + 1).replaceAll("#.*", "").split("&")) {
                int sign = parameter.indexOf('=');
                call = call.query(
                        decoded(sign < 0 ? parameter : parameter.substring(0, sign)),
                        sign < 0 ? "" : decoded(parameter.substring(sign + 1)));
            }
        }
        return withHeaders(call, values);
    }

    private HttpCall withHeaders(HttpCall call, Map<String, String> values) {
        HttpCall with = call;
        for (Map.Entry<String, String> header : filled(headers, values).entrySet()) {
            with = with.header(header.getKey(), header.getValue());
        }
        return with;
    }

    private static Map<String, String> filled(Map<String, Template> templates, Map<String, String> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        templates.forEach((name, template) -> template.fill(values).ifPresent(text -> filled.put(name, text)));
        return filled;
    }

    private String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "the link to the next page is no URL", e);
        }
    }

    private ProviderException incomplete() {
        return ProviderException.of(
                ErrorKind.INTERNAL, field + ".path has a placeholder without a value: give the setting a default");
    }
}
