package dev.tessera.desktop.transfer;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An export of 2FAS as far as these tests need one.
final class TwoFasFile {
    private TwoFasFile() {}

    /// @param services with commas between them
    static String of(String services) {
        return "{\"services\": [" + services + "], \"schemaVersion\": 4}";
    }

    /// One service of one issuer for each account name.
    static String services(String secret, String... accountNames) {
        return Stream.of(accountNames)
                .map(name -> "{\"name\": \"Acme\", \"secret\": \"%s\", \"otp\": {\"account\": \"%s\"}}"
                        .formatted(secret, name))
                .collect(Collectors.joining(","));
    }
}
