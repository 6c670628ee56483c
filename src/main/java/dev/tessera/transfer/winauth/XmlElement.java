package dev.tessera.transfer.winauth;

import dev.tessera.transfer.DamagedImportException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// An element of an XML file. A document type is refused, and with it every entity but XML's own.
final class XmlElement {
    private final Element element;

    private XmlElement(Element element) {
        this.element = element;
    }

    /// The root.
    static XmlElement parse(String text) throws DamagedImportException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // which throws, where the usual one writes to the console
            return new XmlElement(
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (SAXException _) {
            throw new DamagedImportException(
                    "This file is not valid XML: it is damaged or was changed. Export it again from the other"
                            + " program.");
        } catch (IOException e) {
            throw new AssertionError("a string can always be read", e);
        } catch (ParserConfigurationException e) {
            throw new AssertionError("each Java's own parser has these features", e);
        }
    }

    String name() {
        return element.getTagName();
    }

    /// Empty if it is missing.
    String attribute(String name) {
        return element.getAttribute(name);
    }

    /// All text in it.
    String text() {
        return element.getTextContent();
    }

    /// The text of the first child of this name; empty if there is none.
    String text(String child) {
        return child(child).map(XmlElement::text).orElse("");
    }

    Optional<XmlElement> child(String name) {
        return children().stream().filter(child -> child.name().equals(name)).findFirst();
    }

    List<XmlElement> children() {
        var children = new ArrayList<XmlElement>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new XmlElement(child));
            }
        }
        return children;
    }

    /// This one and all in it, to two levels, as deep as WinAuth's go before the sealed ones.
    List<XmlElement> all() {
        var all = new ArrayList<XmlElement>();
        all.add(this);
        for (var child : children()) {
            all.add(child);
            all.addAll(child.children());
        }
        return all;
    }
}
