package dev.tessera.cli;

import dev.tessera.cli.Additions.Fate;
import dev.tessera.transfer.DatabaseFiles;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportEntry;
import dev.tessera.transfer.Intake;
import dev.tessera.transfer.Transfers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What was in other programs' files, and what became of it.
///
/// @param files in the order in which they were given
record ReadFiles(List<ReadFile> files) implements AutoCloseable {
    ReadFiles {
        files = List.copyOf(files);
    }

    /// One file.
    ///
    /// @param path its name
    /// @param content what was in it
    /// @param outcomes its usable entries, each with what became of it
    record ReadFile(Path path, Import content, List<Outcome> outcomes) {
        static ReadFile of(Path path, Import content) {
            return new ReadFile(
                    path,
                    content,
                    content.entries().stream()
                            .map(entry -> new Outcome(entry, Fate.FOUND))
                            .toList());
        }

        ReadFile addedTo(Intake intake) {
            return new ReadFile(
                    path,
                    content,
                    content.entries().stream()
                            .map(entry -> new Outcome(entry, intake.add(entry) ? Fate.ADDED : Fate.ALREADY_THERE))
                            .toList());
        }
    }

    /// An entry and what became of it.
    record Outcome(ImportEntry entry, Fate fate) {}

    /// Reads all files.
    ///
    /// @throws Failure at the first that cannot be read: nothing is told or added by halves
    static ReadFiles read(List<Path> paths, ImportReading reading) throws Failure {
        var read = new ArrayList<ReadFile>();
        try {
            for (var path : DatabaseFiles.withoutLogs(paths)) {
                read.add(ReadFile.of(path, reading.read(path)));
            }
            return new ReadFiles(together(read));
        } catch (Failure e) {
            new ReadFiles(read).close();
            throw e;
        }
    }

    /// Parts of one transfer may lie in several files.
    private static List<ReadFile> together(List<ReadFile> files) {
        var contents = Transfers.together(files.stream().map(ReadFile::content).toList());
        return IntStream.range(0, files.size())
                .mapToObj(i -> ReadFile.of(files.get(i).path(), contents.get(i)))
                .toList();
    }

    /// The same files, with what became of their entries.
    ReadFiles addedTo(Intake intake) {
        return new ReadFiles(files.stream().map(file -> file.addedTo(intake)).toList());
    }

    /// Whether there is no usable entry.
    boolean isEmpty() {
        return files.stream().allMatch(file -> file.content().entries().isEmpty());
    }

    /// Tells what did not go as hoped, and how the command ends.
    ExitCode ending(Output output) {
        int rejected = files.stream()
                .mapToInt(file -> file.content().rejected().size())
                .sum();
        if (!isEmpty()) {
            if (rejected > 0) {
                output.warning(
                        Shown.accounts(rejected) + " could not be used",
                        "set them up again on their sites, or correct the file");
            }
            return ExitCode.DONE;
        }
        if (rejected > 0) {
            output.error("no usable account was found", "the reasons are given above");
            return ExitCode.INPUT_REFUSED;
        }
        output.error("no one-time passwords were found", "check that this is an export from the authenticator");
        return ExitCode.NOTHING_FOUND;
    }

    @Override
    public void close() {
        files.forEach(file -> file.content().close());
    }
}
