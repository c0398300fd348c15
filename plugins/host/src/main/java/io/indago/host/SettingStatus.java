package io.indago.host;

import io.indago.spi.Setting;
import java.util.Optional;

/**
 * A setting as an operator may see it.
 *
 * @param name both names under which it can be given
 * @param given where its value comes from
 * @param value empty when there is none, and for a secret always
 */
public record SettingStatus(Setting setting, String name, Origin given, Optional<String> value) {

    /** Where a value comes from. */
    public enum Origin {
        ENVIRONMENT,
        SETTINGS,
        DEFAULT,
        /** There is no value. */
        NOWHERE
    }
}
