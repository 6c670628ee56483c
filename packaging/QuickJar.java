import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.spi.ToolProvider;

/// Makes the jar with which a code is asked of whoever has the vault open: `QuickCode`, and each class of ours that it
/// could come to, so that none can be missing. No library is among them: that fails the build.
///
/// @param classes what the build compiled
/// @param date of every file in the jar, in ISO 8601
record QuickJar(Path classes, String date) {
    private static final String OURS = "dev/tessera/";
    private static final String MAIN = OURS + "cli/QuickCode";

    void make(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Files.deleteIfExists(jar);
        var command = new ArrayList<>(
                List.of("--create", "--file", jar.toString(), "--date", date, "--main-class", MAIN.replace('/', '.')));
        for (var name : reached()) {
            command.addAll(List.of("-C", classes.toString(), name + ".class"));
        }
        int status = ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, command.toArray(String[]::new));
        if (status != 0) {
            throw new IOException("the jar tool ended with " + status);
        }
    }

    /// By their internal names, sorted.
    private SortedSet<String> reached() throws IOException {
        var reached = new TreeSet<>(List.of(MAIN));
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (var named : namedIn(open.remove())) {
                if (named.startsWith(OURS) && reached.add(named)) {
                    open.add(named);
                } else if (!named.matches("(java|javax|jdk)/.*|\\[+.|" + OURS + ".*")) {
                    throw new IOException("what makes a code quickly would need a library: " + named);
                }
            }
        }
        return reached;
    }

    private List<String> namedIn(String name) throws IOException {
        var named = new ArrayList<String>();
        for (var entry : ClassFile.of().parse(Files.readAllBytes(classes.resolve(name + ".class"))).constantPool()) {
            if (entry instanceof ClassEntry one) {
                named.add(one.asInternalName().replaceFirst("^\\[+L(.*);$", "$1")); // of an array, what is in it
            }
        }
        return named;
    }
}
