package dev.tessera.cli;

import dev.tessera.files.NewFiles;
import dev.tessera.files.NewFiles.NewFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where an export goes.
final class ExportPlace {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; - is standard output. Several pictures become FILE with a number each.")
    private @Nullable Path output;

    @Option(names = "--replace", description = "Replace FILE if it exists.")
    private boolean mayReplace;

    boolean isGiven() {
        return output != null;
    }

    boolean isStandardOutput() {
        return output != null && output.toString().equals(STANDARD_OUTPUT);
    }

    /// Before anybody is asked for a passphrase.
    void requireFree() throws Failure {
        if (output == null || isStandardOutput() || mayReplace) {
            return;
        }
        try {
            NewFiles.requireFree(output);
        } catch (FileAlreadyExistsException _) {
            throw taken(output);
        }
    }

    /// Whatever may be replaced, the vault may not.
    void requireOther(Path vault) throws Failure {
        if (output == null || isStandardOutput()) {
            return;
        }
        try {
            if (Files.exists(output) && Files.exists(vault) && Files.isSameFile(output, vault)) {
                throw failed(shown() + " is the vault itself", "it was left as it is; give another name");
            }
        } catch (IOException _) {
            throw failed(shown() + " cannot be written", "check the disk and its folder");
        }
    }

    /// Writes to the file, or to files with numbers if there are several.
    ///
    /// @return where it all is
    /// @throws Failure if it cannot be written; then none of it was, unless files are replaced
    List<Path> write(List<byte[]> contents) throws Failure {
        var files = new ArrayList<NewFile>();
        for (int i = 0; i < contents.size(); i++) {
            files.add(new NewFile(NewFiles.numbered(file(), i + 1, contents.size()), contents.get(i)));
        }
        try {
            if (mayReplace) {
                NewFiles.replace(files);
            } else {
                NewFiles.create(files);
            }
            return files.stream().map(NewFile::path).toList();
        } catch (FileAlreadyExistsException e) {
            throw taken(Path.of(e.getFile()));
        } catch (NoSuchFileException _) {
            throw failed("the folder of " + shown() + " does not exist", "create it, or give another file");
        } catch (AccessDeniedException _) {
            throw failed("you do not have permission to write " + shown(), "give another file with -o FILE");
        } catch (IOException _) {
            throw failed(shown() + " cannot be written", "check the disk and its folder");
        }
    }

    private Path file() {
        if (output == null) {
            throw new AssertionError("asked for only where a file was named");
        }
        return output;
    }

    private String shown() {
        return "the file " + Shown.text(file().toString());
    }

    private static Failure taken(Path file) {
        return failed(
                "there is already a file at " + Shown.text(file.toString()),
                "it was left as it is; give another name, or use --replace");
    }

    private static Failure failed(String problem, String hint) {
        return new Failure(ExitCode.FAILED, problem, hint);
    }
}
