package dev.tessera.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The members of one JSON object. A member that is missing, null or the text `null` is the same to every reader here.
public final class Fields {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");

    private final JsonNode node;

    private Fields(JsonNode node) {
        this.node = node;
    }

    /// Of an object; of anything else, no members.
    public static Fields of(@Nullable JsonNode node) {
        return new Fields(node != null && node.isObject() ? node : JsonNodeFactory.instance.objectNode());
    }

    /// Of the JSON in a text, such as a text that stands in JSON itself; of anything else, no members.
    ///
    /// @throws DamagedImportException if it begins as JSON and is none
    /// @throws CostlyImportException if it is too deep
    public static Fields inText(String text) throws ImportException {
        return of(ForeignJson.isMeantIn(text) ? ForeignJson.parse(text) : null);
    }

    /// Whether there is such a member, whatever it is.
    public boolean has(String name) {
        return node.has(name);
    }

    /// Whether there are all these members, whatever they are.
    public boolean hasAll(String... names) {
        for (var name : names) {
            if (!node.has(name)) {
                return false;
            }
        }
        return true;
    }

    /// A text, a number or a truth value as text; empty if it is missing.
    public String text(String name) {
        return find(name).orElse("");
    }

    /// A text, a number or a truth value as text, unless it is missing or empty.
    public Optional<String> find(String name) {
        var value = node.path(name);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText()).filter(text -> !isNothing(text))
                : Optional.empty();
    }

    /// A whole number, also one that was written as text.
    ///
    /// @throws UnusableEntryException if it is there and is none
    public OptionalLong number(String name) throws UnusableEntryException {
        var value = node.path(name);
        if (value.isMissingNode() || value.isNull() || (value.isTextual() && isNothing(value.asText()))) {
            return OptionalLong.empty();
        }
        if (value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToLong()) {
            return OptionalLong.of(value.longValue());
        }
        if (value.isTextual() && NUMBER.matcher(value.asText().strip()).matches()) {
            try {
                return OptionalLong.of(Long.parseLong(value.asText().strip()));
            } catch (NumberFormatException _) {
                throw new UnusableEntryException(name + " is larger than any program would make it");
            }
        }
        throw new UnusableEntryException(name + " is not a whole number");
    }

    /// A number that the whole file depends on.
    ///
    /// @throws DamagedImportException if it is missing or no whole number
    public long requiredNumber(String name) throws DamagedImportException {
        try {
            return number(name).orElseThrow(() -> missing(name));
        } catch (UnusableEntryException e) {
            throw new DamagedImportException("In the file, " + e.getMessage() + ". Export it again.");
        }
    }

    /// A text that the whole file depends on.
    ///
    /// @throws DamagedImportException if it is missing
    public String requiredText(String name) throws DamagedImportException {
        return find(name).orElseThrow(() -> missing(name));
    }

    /// Whether it is true, also as text or number.
    public boolean isTrue(String name) {
        var text = text(name).toLowerCase(Locale.ROOT);
        return text.equals("true") || text.equals("1");
    }

    /// The members of an object; none if it is missing.
    public Fields object(String name) {
        return of(node.path(name));
    }

    /// The elements of an array; none if it is missing.
    public List<JsonNode> list(String name) {
        var elements = new ArrayList<JsonNode>();
        var value = node.path(name);
        if (value.isArray()) {
            value.forEach(elements::add);
        }
        return elements;
    }

    /// The elements of an array of objects; an element that is none has no members.
    public List<Fields> objects(String name) {
        return list(name).stream().map(Fields::of).toList();
    }

    /// The elements of an array that the whole file depends on.
    ///
    /// @throws DamagedImportException if it is missing or no array
    public List<Fields> requiredObjects(String name) throws DamagedImportException {
        if (!node.path(name).isArray()) {
            throw missing(name);
        }
        return objects(name);
    }

    /// The texts in an array.
    public List<String> texts(String name) {
        return list(name).stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /// What stands there, whatever it is.
    public JsonNode node(String name) {
        return node.path(name);
    }

    private static DamagedImportException missing(String name) {
        return new DamagedImportException(
                "The file has no part “" + name + "”: it is damaged or incomplete. Export it again.");
    }

    private static boolean isNothing(String text) {
        return text.isEmpty() || text.equals("null");
    }
}
