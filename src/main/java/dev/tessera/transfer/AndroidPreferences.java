package dev.tessera.transfer;

import java.io.StringReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The settings of an Android app, `shared_prefs/….xml`: a `<map>` of values by their names, which tell whose they are.
/// No
/// document type is read, and no entities but those of XML itself.
///
/// @param values the texts, numbers and truth values, as text, in the order of the file
public record AndroidPreferences(SequencedMap<String, String> values) {
    private static final XMLInputFactory FACTORY = factory();

    public AndroidPreferences {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /// Whether a file looks like such settings, and a name in it is or ends in one of these. It is not parsed for that.
    public static boolean isMeant(ImportFile file, String... endings) {
        return file.text()
                .filter(AndroidPreferences::isMap)
                .filter(text ->
                        Stream.of(endings).anyMatch(end -> text.contains(end + '"') || text.contains(end + '\'')))
                .isPresent();
    }

    /// @throws DamagedImportException if the file is not well-formed, or something else
    public static AndroidPreferences read(ImportFile file) throws DamagedImportException {
        try {
            return new AndroidPreferences(values(file.text().orElse("")));
        } catch (XMLStreamException e) {
            var place = e.getLocation();
            var where =
                    place == null ? "" : " at line " + place.getLineNumber() + ", column " + place.getColumnNumber();
            throw new DamagedImportException("The XML in this file does not contain valid app settings" + where
                    + ": it is damaged or was changed. Copy it again from the phone.");
        }
    }

    /// The value of this name.
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The value of the first name that ends so.
    public Optional<String> findEnding(String end) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(end))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isMap(String text) {
        var inner = text.stripLeading();
        return inner.startsWith("<map") || (inner.startsWith("<?xml") && inner.contains("<map"));
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Each quote of JSON in XML is a reference. No other entity can be declared, and the file is bounded.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("settings refer to nothing outside");
        });
        return factory;
    }

    private static SequencedMap<String, String> values(String text) throws XMLStreamException {
        var reader = FACTORY.createXMLStreamReader(new StringReader(text));
        try {
            return values(reader);
        } finally {
            reader.close();
        }
    }

    private static SequencedMap<String, String> values(XMLStreamReader reader) throws XMLStreamException {
        var values = new LinkedHashMap<String, String>();
        reader.nextTag();
        reader.require(XMLStreamConstants.START_ELEMENT, null, "map");
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            var name = reader.getAttributeValue(null, "name");
            var value = reader.getLocalName().equals("string") ? reader.getElementText() : valueOf(reader);
            if (name != null && value != null) {
                values.put(name, value);
            }
        }
        while (reader.hasNext()) {
            reader.next(); // Nothing but comments may follow, or it is not well-formed.
        }
        return values;
    }

    /// The value of an element that has it as an attribute, and leaves the element. A set has none.
    private static @Nullable String valueOf(XMLStreamReader reader) throws XMLStreamException {
        var value = reader.getAttributeValue(null, "value");
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {} // what stands in it
            }
        }
        return value;
    }
}
