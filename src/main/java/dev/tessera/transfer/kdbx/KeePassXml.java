package dev.tessera.transfer.kdbx;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Hashes;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.UnsupportedImportException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The XML of KeePass: in a database with an inner stream over its protected values, as an export without.
public final class KeePassXml {
    private static final String ROOT = "<KeePassFile";
    private static final int SIGNS_BEFORE_ROOT = 4096;
    private static final int MAX_DEPTH = 64;

    private final XmlReader xml;
    private final @Nullable ProtectedValues values;
    private String headerHash = "";
    private final List<Placed> found = new ArrayList<>();
    private int others;
    private boolean binEnabled;
    private String bin = "";

    private KeePassXml(XmlReader xml, @Nullable ProtectedValues values) {
        this.xml = xml;
        this.values = values;
    }

    /// An entry, and the group whose name may stand behind it.
    private record Placed(Group group, KeePassEntry entry) {}

    /// Whether a text is such an export.
    public static boolean isMeant(String text) {
        return text.substring(0, Math.min(text.length(), SIGNS_BEFORE_ROOT)).contains(ROOT);
    }

    /// Reads an export.
    public static KeePassDatabase read(String text) throws ImportException {
        try (var xml = new XmlReader(text)) {
            return new KeePassXml(xml, null).database();
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    /// Reads the XML of a database.
    ///
    /// @param header the whole header: KDBX 3 keeps its hash in here, and nothing else shows a change
    static KeePassDatabase read(XmlReader xml, ProtectedValues values, byte[] header) throws ImportException {
        try {
            var content = new KeePassXml(xml, values);
            var database = content.database();
            content.requireHashOf(header);
            return database;
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    /// A message of the parser may hold what it read: only its place is told.
    static ImportException cause(XMLStreamException e) {
        if (e.getNestedException() instanceof ImportException ours) {
            return ours;
        }
        var place = e.getLocation();
        var where = place == null ? "" : " at line " + place.getLineNumber() + ", column " + place.getColumnNumber();
        return new DamagedImportException("The XML in this file is not valid KeePass XML" + where
                + ": it is damaged or was changed. Export it again.");
    }

    private void requireHashOf(byte[] header) throws DamagedImportException {
        var hash = Base64.getEncoder().encodeToString(Hashes.sha256(header));
        if (!headerHash.isEmpty() && !headerHash.equals(hash)) {
            throw new DamagedImportException("The database's header is damaged. Restore it from a backup.");
        }
    }

    private KeePassDatabase database() throws XMLStreamException, ImportException {
        boolean hasRoot = false;
        while (xml.next()) {
            if (xml.isStartOf("Meta")) {
                meta();
            } else if (xml.isStartOf("Root")) {
                hasRoot = true;
                groups(null, 0);
            }
        }
        if (!hasRoot) {
            throw new DamagedImportException(
                    "The XML in this file has no KeePass entries: it is cut off. Export it again.");
        }
        var entries = new ArrayList<KeePassEntry>();
        var binned = new ArrayList<KeePassEntry>();
        for (var placed : found) {
            var list = binEnabled && !bin.isEmpty() && placed.group.isIn(bin) ? binned : entries;
            list.add(new KeePassEntry(placed.entry.fields(), placed.group.path(), placed.entry.tags()));
        }
        return new KeePassDatabase(entries, binned, others);
    }

    private void meta() throws XMLStreamException, ImportException {
        while (xml.next() && !xml.isEnd()) {
            if (xml.isStartOf("RecycleBinEnabled")) {
                binEnabled = xml.text().strip().equalsIgnoreCase("true");
            } else if (xml.isStartOf("HeaderHash")) {
                headerHash = xml.text().strip();
            } else if (xml.isStartOf("RecycleBinUUID")) {
                bin = xml.text().strip();
            } else if (xml.isStart()) {
                skip();
            }
        }
    }

    private void groups(@Nullable Group parent, int depth) throws XMLStreamException, ImportException {
        while (xml.next() && !xml.isEnd()) {
            if (xml.isStartOf("Group")) {
                group(new Group(parent), depth + 1);
            } else if (xml.isStart()) {
                skip();
            }
        }
    }

    private void group(Group group, int depth) throws XMLStreamException, ImportException {
        if (depth > MAX_DEPTH) {
            throw new CostlyImportException("This database has groups nested more than " + MAX_DEPTH
                    + " levels deep. Move them up in KeePass.");
        }
        while (xml.next() && !xml.isEnd()) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "UUID" -> group.uuid = xml.text().strip();
                case "Name" -> group.name = value();
                case "Entry" -> entry(group);
                case "Group" -> group(new Group(group), depth + 1);
                default -> skip();
            }
        }
    }

    /// What it was before, under `History`, does not count.
    private void entry(Group group) throws XMLStreamException, ImportException {
        var fields = new HashMap<String, String>();
        List<String> tags = List.of();
        while (xml.next() && !xml.isEnd()) {
            if (xml.isStartOf("String")) {
                field(fields);
            } else if (xml.isStartOf("Tags")) {
                tags = Arrays.asList(value().split("[;,]", -1));
            } else if (xml.isStart()) {
                skip();
            }
        }
        if (fields.entrySet().stream()
                .noneMatch(field -> KeePassEntry.makesCodes(field.getKey())
                        && !field.getValue().isBlank())) {
            others++;
            return;
        }
        if (found.size() >= Findings.MAX_ENTRIES) {
            throw new CostlyImportException("This database contains more than " + Findings.MAX_ENTRIES
                    + " entries with one-time passwords. Export it in smaller parts.");
        }
        found.add(new Placed(group, new KeePassEntry(fields, "", tags)));
    }

    private void field(Map<String, String> fields) throws XMLStreamException, ImportException {
        var name = "";
        while (xml.next() && !xml.isEnd()) {
            if (xml.isStartOf("Key")) {
                name = xml.text();
            } else if (xml.isStartOf("Value") && KeePassEntry.isWanted(name)) {
                fields.putIfAbsent(name, value());
            } else if (xml.isStart()) {
                skip();
            }
        }
    }

    /// The text of the element that begins here, opened if it is protected.
    private String value() throws XMLStreamException, ImportException {
        boolean isProtected = isProtected();
        var text = xml.text();
        if (!isProtected || text.isEmpty()) {
            return text;
        }
        if (values == null) {
            throw new UnsupportedImportException(
                    "The values in this XML are protected and open only within their database. Export it again without"
                            + " protection, or import the database itself.");
        }
        byte[] hidden = Encoded.base64(text)
                .orElseThrow(() -> new DamagedImportException(
                        "A protected value in the database is damaged. Restore the database from a backup."));
        byte[] open = values.open(hidden);
        try {
            return new String(open, UTF_8);
        } finally {
            Arrays.fill(open, (byte) 0);
        }
    }

    /// Passes over the element that begins here. Its protected values use up their part of the stream.
    private void skip() throws XMLStreamException {
        int depth = 0;
        do {
            if (xml.isStart() && isProtected() && values != null) {
                values.skip(xml.base64Length() * 3 / 4);
            } else if (xml.isStart()) {
                depth++;
            } else if (xml.isEnd()) {
                depth--;
            }
        } while (depth > 0 && xml.next());
    }

    private boolean isProtected() {
        return xml.attribute("Protected").equalsIgnoreCase("true");
    }

    /// A group; its name may be read after its entries.
    private static final class Group {
        private final @Nullable Group parent;
        private String uuid = "";
        private String name = "";

        Group(@Nullable Group parent) {
            this.parent = parent;
        }

        /// Below the root, which has a name that nobody chose.
        String path() {
            if (parent == null) {
                return "";
            }
            var above = parent.path();
            return above.isEmpty() ? name : above + "/" + name;
        }

        boolean isIn(String otherUuid) {
            return uuid.equals(otherUuid) || (parent != null && parent.isIn(otherUuid));
        }
    }
}
