package dev.tessera.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tessera.files.NewFiles.NewFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFilesTest {

    @TempDir
    private Path folder;

    private NewFile file(String name, String content) {
        return new NewFile(folder.resolve(name), content.getBytes(US_ASCII));
    }

    private void assertThereAre(String... names) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    private void assertForItsOwnerAlone(Path file) throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "this disk has no such rights");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theyAreThereWholeAndForTheirOwnerAlone() throws IOException {
        NewFiles.create(List.of(file("a", "one"), file("b", "two")));
        assertThat(folder.resolve("a")).hasContent("one");
        assertThat(folder.resolve("b")).hasContent("two");
        assertThereAre("a", "b");
        assertForItsOwnerAlone(folder.resolve("a"));
    }

    @Test
    void noneIsWrittenIfOneNameIsTaken() throws IOException {
        Files.writeString(folder.resolve("b"), "mine");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> NewFiles.create(List.of(file("a", "one"), file("b", "two"))))
                .withMessageContaining("b");
        assertThat(folder.resolve("b")).hasContent("mine");
        assertThereAre("b");
    }

    @Test
    void aBrokenLinkIsATakenName() throws IOException {
        Files.createSymbolicLink(folder.resolve("a"), folder.resolve("nowhere"));
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> NewFiles.create(List.of(file("a", "one"))));
        assertThereAre("a");
    }

    @Test
    void whatWasWrittenGoesIfALaterOneFails() throws IOException {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> NewFiles.create(List.of(file("a", "one"), file("gone/b", "two"))));
        assertThereAre();
    }

    @Test
    void whatIsReplacedIsForItsOwnerAloneFromThenOn() throws IOException {
        var old = Files.writeString(folder.resolve("a"), "old");
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "this disk has no such rights");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
        NewFiles.replace(List.of(file("a", "new")));
        assertThat(old).hasContent("new");
        assertForItsOwnerAlone(old);
        assertThereAre("a");
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        Files.createDirectories(folder.resolve("a/inside"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> NewFiles.replace(List.of(file("a", "new"))));
        assertThereAre("a");
    }
}
