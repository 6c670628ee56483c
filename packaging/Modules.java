import static java.lang.classfile.Attributes.module;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModuleAttribute.ModuleAttributeBuilder;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes the one module that the build compiles apart into two: `dev.tessera`, and `dev.tessera.demo` with the login
/// side and what is tried with it. Nothing of the second is in the desktop's package.
///
/// Both descriptors come from the compiled one, so that there is one list of what is required.
class Modules {
    static final String DESKTOP = "dev.tessera";
    static final String DEMO = "dev.tessera.demo";
    /// Of the JDK's modules, those that the login side alone needs.
    private static final List<String> OF_THE_JDK = List.of("java.sql", "java.naming");

    private final ModuleAttribute whole;
    private final Set<String> demoLibraries;

    /// @param classes what the build compiled
    /// @param demoLibraries the modules of the libraries that the login side alone needs
    Modules(Path classes, Set<String> demoLibraries) throws IOException {
        this.whole = ClassFile.of()
                .parse(Files.readAllBytes(classes.resolve("module-info.class")))
                .findAttribute(module())
                .orElseThrow();
        this.demoLibraries = new HashSet<>(demoLibraries);
        this.demoLibraries.addAll(OF_THE_JDK);
    }

    /// Whether a class or resource belongs to the login side.
    ///
    /// @param name its path within the classes, with slashes
    static boolean isOfDemo(String name) {
        return name.startsWith("dev/tessera/demo/") || name.startsWith("dev/tessera/walk/");
    }

    /// @param packages of the desktop: all are there for the login side
    byte[] desktop(Set<String> packages) {
        return descriptor(DESKTOP, builder -> {
            for (var required : whole.requires()) {
                if (!demoLibraries.contains(required.requires().name().stringValue())) {
                    builder.requires(required);
                }
            }
            whole.opens().forEach(builder::opens);
            whole.uses().forEach(used -> builder.uses(used));
            packages.forEach(name -> builder.exports(PackageDesc.of(name), 0, ModuleDesc.of(DEMO)));
        });
    }

    byte[] demo() {
        return descriptor(DEMO, builder -> {
            whole.requires().forEach(builder::requires);
            builder.requires(ModuleDesc.of(DESKTOP), 0, null);
            whole.provides().forEach(builder::provides);
        });
    }

    /// What the login side provides: the name of a service, and the class that is one.
    Map<String, String> services() {
        return whole.provides().stream()
                .collect(Collectors.toMap(
                        provided -> name(provided.provides()),
                        provided -> name(provided.providesWith().getFirst())));
    }

    private static String name(ClassEntry entry) {
        return entry.asInternalName().replace('/', '.');
    }

    private interface Content {
        void writeTo(ModuleAttributeBuilder builder);
    }

    private static byte[] descriptor(String name, Content content) {
        return ClassFile.of().buildModule(ModuleAttribute.of(ModuleDesc.of(name), content::writeTo));
    }
}
