package io.indago.client;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of a server. */
final class AddressConverter implements ITypeConverter<URI> {

    @Override
    public URI convert(String text) {
        try {
            return Transport.requireHttp(URI.create(text.replaceFirst("/+$", "")));
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException(malformed.getMessage());
        }
    }
}
