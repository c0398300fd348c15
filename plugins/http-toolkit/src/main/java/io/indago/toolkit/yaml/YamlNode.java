package io.indago.toolkit.yaml;

/** A value in a YAML file, and where it is. */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {

    /** The field, {@code request.query.ipAddress}; blank for the whole file. */
    String path();

    /** Where it begins, counted from 1. */
    int line();

    /** What it is, in a word for a person. */
    String kind();
}
