import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javafx.css.Stylesheet;

/// Writes each style sheet of the window in JavaFX's own form. JavaFX looks for it beside the text, and a start need not
/// take the text apart.
///
/// Sets of a running Java have one of two orders, which is drawn by lot when it starts, and so have the files. That the
/// same sheets give the same bytes, this ends with 75 in one of both, to be started again.
///
/// On the JavaFX that the product has: `java -p LIB --add-modules javafx.graphics packaging/StyleSheets.java CLASSES OUT`.
class StyleSheets {
    private static final int AGAIN = 75;

    public static void main(String[] arguments) throws IOException {
        if (Set.of(1, 2).iterator().next() != 1) {
            System.exit(AGAIN);
        }
        var classes = Path.of(arguments[0]);
        var out = Path.of(arguments[1]);
        try (var files = Files.walk(classes.resolve("dev/tessera/desktop"))) {
            for (var sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
                var name = sheet.getFileName().toString().replaceFirst("css$", "bss");
                var binary = out.resolve(classes.relativize(sheet)).resolveSibling(name);
                Files.createDirectories(binary.getParent());
                Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
            }
        }
    }
}
