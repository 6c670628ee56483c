package dev.tessera.transfer.kdbx;

import dev.tessera.transfer.CostlyImportException;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML as it comes, without document types and entities of its own: neither can lead to another file or make much of
/// little. What is kept of it is bounded.
final class XmlReader implements AutoCloseable {
    private static final int MAX_TEXT = 4_000_000;
    private static final int MAX_KEPT = 64_000_000;

    private final XMLStreamReader xml;
    private int kept;

    private XmlReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    XmlReader(String text) throws XMLStreamException {
        this(factory().createXMLStreamReader(new StringReader(text)));
    }

    XmlReader(InputStream in) throws XMLStreamException {
        this(factory().createXMLStreamReader(in));
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // Each quote in a note of KeePassXC is a reference. No other entity can be declared, and all is bounded here.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        return factory;
    }

    /// Goes on; false at the end.
    boolean next() throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type, which no program writes");
        }
        return true;
    }

    boolean isStart() {
        return xml.isStartElement();
    }

    boolean isStartOf(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean isEnd() {
        return xml.isEndElement();
    }

    /// Of the element that begins or ends here.
    String name() {
        return xml.getLocalName();
    }

    /// Of the element that begins here; empty if it has none of this name.
    String attribute(String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /// The text of the element that begins here, up to its end.
    ///
    /// @throws XMLStreamException if another element is in it
    String text() throws XMLStreamException, CostlyImportException {
        var text = new StringBuilder();
        while (next() && !isEnd()) {
            if (isStart()) {
                throw new XMLStreamException("an element within a value");
            }
            if (xml.isCharacters()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            if (text.length() > MAX_TEXT) {
                throw tooLong();
            }
        }
        kept += text.length();
        if (kept > MAX_KEPT) {
            throw tooLong();
        }
        return text.toString();
    }

    /// How many digits of Base64 are in the element that begins here, up to its end.
    long base64Length() throws XMLStreamException {
        long length = 0;
        while (next() && !isEnd()) {
            for (int i = 0; xml.isCharacters() && i < xml.getTextLength(); i++) {
                char sign = xml.getTextCharacters()[xml.getTextStart() + i];
                length += sign > ' ' && sign != '=' ? 1 : 0;
            }
        }
        return length;
    }

    private static CostlyImportException tooLong() {
        return new CostlyImportException(
                "The XML in this file contains longer texts than any export. Choose the export itself.");
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }
}
