import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Leaves in the jar of BouncyCastle what the other jars reach, which is a tenth of it. A class is reached if its name
/// stands anywhere in one that is reached, as a type, in a descriptor or as a text: more than is ever loaded, so that
/// nothing is missing. Its seals, which are for its use as a security provider, go with the rest.
final class Reached {
    private static final Pattern NAME = Pattern.compile("org[/.]bouncycastle(?:[/.][\\w$]+)+");
    private static final LocalDateTime SAME_FOR_ALL = LocalDateTime.of(2000, 1, 1, 0, 0);

    private Reached() {}

    /// @param lib the folder of the jars, and of those of the login side below it
    static void keepOnly(Path lib) throws IOException {
        Path jar = only(lib, "bcprov-");
        var all = read(jar);
        var reached = reached(all, jar, lib);
        if (reached.isEmpty()) {
            throw new IOException("nothing reaches " + jar);
        }
        var smaller = Files.createTempFile(lib, "smaller", ".jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(smaller))) {
            put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n".getBytes(), out);
            for (var kept : reached.entrySet()) {
                put(kept.getKey(), kept.getValue(), out);
            }
        }
        Files.setPosixFilePermissions(smaller, Files.getPosixFilePermissions(jar));
        Files.move(smaller, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, byte[]> reached(Map<String, byte[]> all, Path jar, Path lib) throws IOException {
        var left = new ArrayDeque<String>();
        for (var other : jars(lib)) {
            if (!other.equals(jar)) {
                for (var entry : read(other).entrySet()) {
                    if (entry.getKey().endsWith(".class")) {
                        left.addAll(namesIn(entry.getValue()));
                    }
                }
            }
        }
        var kept = new TreeMap<String, byte[]>();
        while (!left.isEmpty()) {
            var name = left.pop();
            byte[] content = all.get(name);
            if (content != null && kept.putIfAbsent(name, content) == null) {
                left.addAll(namesIn(content));
            }
        }
        return kept;
    }

    private static Collection<String> namesIn(byte[] content) {
        var names = new TreeSet<String>();
        for (var constant : ClassFile.of().parse(content).constantPool()) {
            if (constant instanceof Utf8Entry text) {
                var found = NAME.matcher(text.stringValue());
                while (found.find()) {
                    names.add(found.group().replace('.', '/') + ".class");
                }
            }
        }
        return names;
    }

    private static Map<String, byte[]> read(Path jar) throws IOException {
        var entries = new HashMap<String, byte[]>();
        try (var file = new JarFile(jar.toFile())) {
            file.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
                try (var in = file.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return entries;
    }

    private static List<Path> jars(Path lib) throws IOException {
        try (var files = Files.walk(lib)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static Path only(Path lib, String start) throws IOException {
        var found = jars(lib).stream()
                .filter(jar -> jar.getFileName().toString().startsWith(start))
                .toList();
        if (found.size() != 1) {
            throw new IOException("one jar is to begin with " + start + ": " + found);
        }
        return found.getFirst();
    }

    private static void put(String name, byte[] content, ZipOutputStream out) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(SAME_FOR_ALL);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
