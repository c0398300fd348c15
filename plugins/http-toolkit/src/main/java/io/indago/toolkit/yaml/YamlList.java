package io.indago.toolkit.yaml;

import java.util.List;

/** A list. */
public record YamlList(String path, int line, List<YamlNode> items) implements YamlNode {

    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
