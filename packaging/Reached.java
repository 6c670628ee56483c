import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Leaves in the jars of the libraries the classes that ours reach. A class is reached if its
/// name stands anywhere in one that is reached, as a type, in a descriptor or as a text, in a list of services or in a
/// native library. The name of a package with a dot behind it reaches all classes there, since names are put together
/// of it (those of the errors on D-Bus), but in BouncyCastle, which is not used as a security provider. That is more
/// than is ever loaded, so that nothing is missing. What is no class stays, but for the seals of jars: they fit no more.
final class Reached {
    private static final Pattern NAME = Pattern.compile("[\\w$]+(?:[/.][\\w$]+)*");
    private static final Pattern PACKAGE = Pattern.compile("(?:[\\w$]+[/.])+");
    private static final String PROVIDER = "org/bouncycastle/";
    private static final Pattern VERSION = Pattern.compile("META-INF/versions/\\d+/");
    private static final Pattern NAMING = Pattern.compile("META-INF/services/.+|.+\\.(so|dll|dylib)");
    private static final Pattern SEAL = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    private static final LocalDateTime SAME_FOR_ALL = LocalDateTime.of(2000, 1, 1, 0, 0);

    /// Every class of a library by its name with slashes: its content, and those for later releases of Java.
    private final Map<String, Set<byte[]>> classes = new HashMap<>();

    private final Map<String, Set<String>> packages = new HashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final ArrayDeque<String> left = new ArrayDeque<>();

    private Reached() {}

    /// @param lib the folder of the jars, and of those of the login side below it, which stay as they are
    static void keepOnly(Path lib) throws IOException {
        var libraries = jars(lib, 1).stream().filter(jar -> !isOurs(jar)).toList();
        if (libraries.size() < 2) {
            throw new IOException("the libraries are not in " + lib);
        }
        var search = new Reached();
        for (var jar : libraries) {
            read(jar).forEach(search::offer);
        }
        for (var jar : jars(lib, 2)) {
            boolean isWhole = !libraries.contains(jar);
            read(jar).forEach((name, content) -> {
                if (name.endsWith(".class") && isWhole) {
                    search.reachFrom(name, content);
                } else if (NAMING.matcher(name).matches()) {
                    search.reachFrom(name);
                    search.reachFrom(new String(content, StandardCharsets.ISO_8859_1));
                }
            });
        }
        search.follow();
        for (var jar : libraries) {
            search.keep(jar);
        }
    }

    private static boolean isOurs(Path jar) {
        return jar.getFileName().toString().equals("tessera.jar");
    }

    private void offer(String entry, byte[] content) {
        if (entry.endsWith(".class")) {
            var name = className(entry);
            classes.computeIfAbsent(name, _ -> new HashSet<>()).add(content);
            packages.computeIfAbsent(packageOf(name), _ -> new HashSet<>()).add(name);
        }
    }

    private static String className(String entry) {
        return VERSION.matcher(entry).replaceFirst("").replaceFirst("\\.class$", "");
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private void follow() {
        while (!left.isEmpty()) {
            var name = left.pop();
            classes.get(name).forEach(content -> reachFrom(name, content));
        }
    }

    private void reachFrom(String name, byte[] content) {
        for (var constant : ClassFile.of().parse(content).constantPool()) {
            if (constant instanceof Utf8Entry text) {
                reachFrom(text.stringValue());
                if (!name.startsWith(PROVIDER) && PACKAGE.matcher(text.stringValue()).matches()) {
                    packages.getOrDefault(text.stringValue().replace('.', '/'), Set.of())
                            .forEach(this::reach);
                }
            }
        }
    }

    private void reachFrom(String text) {
        var found = NAME.matcher(text);
        while (found.find()) {
            var name = found.group().replace('.', '/');
            // In a descriptor, letters that stand for other types are before it: (ILorg/…
            int first = Math.max(1, name.indexOf('/'));
            for (int start = 0; start < first; start++) {
                reach(name.substring(start));
            }
        }
    }

    private void reach(String name) {
        if (classes.containsKey(name) && reached.add(name)) {
            left.add(name);
        }
    }

    private void keep(Path jar) throws IOException {
        var smaller = Files.createTempFile(jar.getParent(), "smaller", ".jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(smaller))) {
            put(JarFile.MANIFEST_NAME, manifest(jar), out);
            for (var entry : read(jar).entrySet()) {
                var name = entry.getKey();
                boolean isKept = name.endsWith(".class")
                        ? reached.contains(className(name)) || name.endsWith("module-info.class")
                        : !name.equals(JarFile.MANIFEST_NAME)
                                && !SEAL.matcher(name).matches();
                if (isKept) {
                    put(name, entry.getValue(), out);
                }
            }
        }
        Files.setPosixFilePermissions(smaller, Files.getPosixFilePermissions(jar));
        Files.move(smaller, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Without the sums of single files, which are of a seal.
    private static byte[] manifest(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest() == null ? new Manifest() : new Manifest(file.getManifest());
            manifest.getEntries().clear();
            var out = new ByteArrayOutputStream();
            manifest.write(out);
            return out.toByteArray();
        }
    }

    private static Map<String, byte[]> read(Path jar) throws IOException {
        var entries = new TreeMap<String, byte[]>();
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

    private static List<Path> jars(Path lib, int depth) throws IOException {
        try (var files = Files.walk(lib, depth)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static void put(String name, byte[] content, ZipOutputStream out) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(SAME_FOR_ALL);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
