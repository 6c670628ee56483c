import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes the source of the installer for Windows, in the language of WiX 3, which `candle` and `light` turn into a
/// `.msi`, and `wixl` on Linux. It installs for one person and needs no administrator: the program, its menu entry,
/// the links of `otpauth:`, the vault files, and the command line on the PATH.
///
/// `java packaging/windows/MsiSource.java FOLDER VERSION ICON OUT.wxs`, where FOLDER is what `NativeLaunchers.java` made
class MsiSource {
    private static final String NAME = "Tessera";
    private static final String LAUNCHER = NAME + ".exe";

    /// Of all versions, so that a later one replaces an earlier one. It must never change.
    private static final String UPGRADE_CODE = "6F0B52C8-3B3E-4B0D-9C55-51A6F7B0B0E4";

    private final Path folder;
    private final String version;
    private final XMLStreamWriter xml;
    private int number;

    private MsiSource(Path folder, String version, XMLStreamWriter xml) {
        this.folder = folder;
        this.version = version;
        this.xml = xml;
    }

    public static void main(String[] arguments) throws IOException, XMLStreamException {
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[3]))) {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            new MsiSource(Path.of(arguments[0]), arguments[1], xml).write(arguments[2]);
            xml.close();
        }
    }

    private void write(String icon) throws IOException, XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        start("Wix", "xmlns", "http://schemas.microsoft.com/wix/2006/wi");
        start(
                "Product",
                "Id", "*",
                "UpgradeCode", UPGRADE_CODE,
                "Name", NAME,
                "Manufacturer", NAME,
                "Version", version,
                "Language", "1033",
                "Codepage", "1252");
        empty(
                "Package",
                "InstallerVersion", "500",
                "InstallScope", "perUser",
                "Compressed", "yes",
                "Description", "Authenticator: one-time codes from an encrypted vault",
                "Manufacturer", NAME);
        empty(
                "MajorUpgrade",
                "DowngradeErrorMessage", "A later version of Tessera is installed already.",
                "Schedule", "afterInstallInitialize");
        empty("Media", "Id", "1", "Cabinet", "tessera.cab", "EmbedCab", "yes", "CompressionLevel", "high");
        empty("Icon", "Id", "tessera.ico", "SourceFile", icon);
        empty("Property", "Id", "ARPPRODUCTICON", "Value", "tessera.ico");
        empty("Property", "Id", "ARPNOMODIFY", "Value", "1");
        start("Directory", "Id", "TARGETDIR", "Name", "SourceDir");
        start("Directory", "Id", "LocalAppDataFolder");
        start("Directory", "Id", "PERSONALPROGRAMS", "Name", "Programs");
        start("Directory", "Id", "INSTALLDIR", "Name", NAME);
        files(folder);
        ofThePerson();
        end();
        end();
        end();
        empty("Directory", "Id", "ProgramMenuFolder");
        end();
        start("Feature", "Id", "Everything", "Level", "1", "Title", NAME);
        for (int component = 1; component <= number; component++) {
            empty("ComponentRef", "Id", "c" + component);
        }
        end();
        end();
        end();
        xml.writeEndDocument();
    }

    /// What lies in a folder is one component, whose key is a value of the registry, as it must be where a person's
    /// own folders are written to; it is gone with its last file.
    private void files(Path place) throws IOException, XMLStreamException {
        List<Path> below;
        try (var found = Files.list(place)) {
            below = found.sorted(Comparator.comparing(file -> file.getFileName().toString())).toList();
        }
        var name = folder.relativize(place).toString().replace('\\', '/');
        component(name);
        for (var file : below.stream().filter(Files::isRegularFile).toList()) {
            empty("File", "Id", "f" + id(file), "Name", file.getFileName().toString(), "Source", file.toString());
        }
        empty("RemoveFolder", "Id", "r" + number, "On", "uninstall");
        end();
        for (var inner : below.stream().filter(Files::isDirectory).toList()) {
            start("Directory", "Id", "d" + id(inner), "Name", inner.getFileName().toString());
            files(inner);
            end();
        }
    }

    private void ofThePerson() throws XMLStreamException {
        component("menu, links, vault files and command line");
        empty(
                "Shortcut",
                "Id", "menu",
                "Directory", "ProgramMenuFolder",
                "Name", NAME,
                "Target", "[INSTALLDIR]" + LAUNCHER,
                "WorkingDirectory", "INSTALLDIR",
                "Icon", "tessera.ico");
        opens("otpauth", "otpauth link");
        value("otpauth", "URL Protocol", "");
        opens("otpauth-migration", "otpauth-migration link");
        value("otpauth-migration", "URL Protocol", "");
        opens("Tessera.Vault", "Tessera vault");
        value(".tessera", null, "Tessera.Vault");
        empty(
                "Environment",
                "Id", "path",
                "Name", "PATH",
                "Value", "[INSTALLDIR]app\\bin",
                "Action", "set",
                "Part", "last",
                "Permanent", "no",
                "System", "no");
        end();
    }

    private void opens(String kind, String description) throws XMLStreamException {
        value(kind, null, description);
        value(kind + "\\DefaultIcon", null, "[INSTALLDIR]" + LAUNCHER + ",0");
        value(kind + "\\shell\\open\\command", null, "\"[INSTALLDIR]" + LAUNCHER + "\" \"%1\"");
    }

    private void value(String kind, String name, String value) throws XMLStreamException {
        start("RegistryKey", "Root", "HKCU", "Key", "Software\\Classes\\" + kind);
        if (name == null) {
            empty("RegistryValue", "Type", "string", "Value", value);
        } else {
            empty("RegistryValue", "Type", "string", "Name", name, "Value", value);
        }
        end();
    }

    /// Begins a component, which has another identity in each version: an upgrade takes the earlier ones away.
    private void component(String name) throws XMLStreamException {
        number++;
        var identity = UUID.nameUUIDFromBytes((UPGRADE_CODE + version + name).getBytes(StandardCharsets.UTF_8));
        start("Component", "Id", "c" + number, "Guid", identity.toString().toUpperCase(Locale.ROOT), "Win64", "yes");
        start("RegistryKey", "Root", "HKCU", "Key", "Software\\" + NAME + "\\Installed");
        empty("RegistryValue", "Type", "integer", "Name", "c" + number, "Value", "1", "KeyPath", "yes");
        end();
    }

    private String id(Path file) {
        var name = folder.relativize(file).toString().replace('\\', '/');
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    private void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }
}
