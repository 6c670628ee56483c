package dev.tessera.vault.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tessera.vault.SetAside;
import java.io.IOException;
import java.util.Arrays;

/// An entry that is set aside, for a person to know which one it is.
///
/// @param name issuer and account name as they stand in it, such as `Pexip (ann@example.org)`; empty where they do not
/// @param reason why it cannot be used, as a sentence
public record OddEntry(String name, String reason) {
    private static final int LONGEST_NAME = 100;

    /// Looks at nothing of the entry but its names.
    public static OddEntry of(SetAside entry) {
        byte[] bytes = entry.toByteArray();
        try (var json = VaultJson.MAPPER.createParser(bytes)) {
            return new OddEntry(name(json), entry.reason());
        } catch (IOException _) {
            return new OddEntry("", entry.reason());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static String name(JsonParser json) throws IOException {
        String issuer = "";
        String name = "";
        for (var token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING && isOfAccount(json)) {
                switch (json.currentName()) {
                    case "issuer" -> issuer = json.getText();
                    case "name" -> name = json.getText();
                    default -> {}
                }
            }
        }
        return shortened(joined(issuer, name));
    }

    private static boolean isOfAccount(JsonParser json) {
        var object = json.getParsingContext().getParent();
        return object != null && "account".equals(object.getCurrentName());
    }

    private static String joined(String issuer, String name) {
        return issuer.isEmpty() || name.isEmpty() ? issuer + name : issuer + " (" + name + ")";
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
