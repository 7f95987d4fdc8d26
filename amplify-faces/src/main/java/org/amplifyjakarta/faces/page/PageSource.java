package org.amplifyjakarta.faces.page;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the page element of a view's source. Loads nothing that the source names. */
record PageSource(String viewId, Consumer<String> faults) {

    private static final String NAMESPACE = "amplify.faces";
    private static final String ELEMENT = "page";
    private static final String PATH = "path";
    private static final Set<String> FACELETS =
            Set.of("jakarta.faces.facelets", "http://xmlns.jcp.org/jsf/facelets", "http://java.sun.com/jsf/facelets");

    /** Returns the page that the view is; tells what is wrong with it. */
    Optional<PageRoute> read(byte[] source) {
        if (!new String(source, StandardCharsets.ISO_8859_1).contains(NAMESPACE)) {
            return Optional.empty();
        }
        XMLStreamReader reader = null;
        try {
            reader = factory().createXMLStreamReader(new ByteArrayInputStream(source));
            return pages(reader);
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            faults.accept(PageMessages.unreadable(
                    viewId, at == null ? 0 : at.getLineNumber(), at == null ? 0 : at.getColumnNumber()));
            return Optional.empty();
        } finally {
            close(reader);
        }
    }

    private Optional<PageRoute> pages(XMLStreamReader reader) throws XMLStreamException {
        Optional<PageRoute> found = Optional.empty();
        boolean several = false;
        boolean one = false;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (is(reader, "remove", FACELETS)) {
                skip(reader);
            } else if (is(reader, ELEMENT, Set.of(NAMESPACE))) {
                several |= one;
                one = true;
                found = page(reader);
            }
        }
        if (several) {
            faults.accept(PageMessages.severalPages(viewId));
            return Optional.empty();
        }
        return found;
    }

    private Optional<PageRoute> page(XMLStreamReader reader) {
        String path = null;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeNamespace(i) == null
                    && reader.getAttributeLocalName(i).equals(PATH)) {
                path = reader.getAttributeValue(i);
            } else {
                faults.accept(PageMessages.unknownAttribute(viewId, reader.getAttributeLocalName(i)));
            }
        }
        if (path == null) {
            faults.accept(PageMessages.noPath(viewId));
            return Optional.empty();
        }
        if (viewId.chars().anyMatch(c -> "?#;%\\".indexOf(c) >= 0)) {
            faults.accept(PageMessages.badFile(viewId));
        }
        Optional<PagePattern> pattern = PagePattern.parse(path);
        if (pattern.isEmpty()) {
            faults.accept(PageMessages.badPath(viewId, path));
        }
        return pattern.map(known -> new PageRoute(viewId, known));
    }

    private static boolean is(XMLStreamReader reader, String name, Set<String> namespaces) {
        return name.equals(reader.getLocalName())
                && reader.getNamespaceURI() != null
                && namespaces.contains(reader.getNamespaceURI());
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** The JDK's own: it is known how it behaves, whatever libraries the application has. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // &nbsp; and the like, whose declarations are not read
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private static void close(@Nullable XMLStreamReader reader) {
        if (reader != null) {
            try {
                reader.close();
            } catch (XMLStreamException e) {
                throw new IllegalStateException("Amplify: the parser of a view cannot be closed.", e);
            }
        }
    }
}
