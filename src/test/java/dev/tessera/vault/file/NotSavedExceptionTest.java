package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a person is told when a save fails: whether anything changed, why, and what to do.
class NotSavedExceptionTest {

    static Stream<Arguments> causesWithTheirSentences() {
        return Stream.of(
                Arguments.of(
                        new AccessDeniedException("a"),
                        "its folder cannot be written to. Check the permissions of the folder."),
                Arguments.of(
                        new FileAlreadyExistsException("a"),
                        "there is already a file in its place. Choose another name or folder."),
                Arguments.of(
                        new NoSuchFileException("a"),
                        "its file or folder is gone. Put it back or reconnect the disk, then try again."),
                Arguments.of(
                        new FileSystemException("a", null, "No space left on device"),
                        "the disk is full. Free some space, then try again."),
                Arguments.of(
                        new FileSystemException("a", null, "Disk quota exceeded"),
                        "the disk is full. Free some space, then try again."),
                Arguments.of(
                        new FileSystemException("a", null, "Read-only file system"),
                        "the disk is read-only. Remount it or move the vault, then try again."),
                Arguments.of(
                        new FileSystemException("a", null, "Input/output error"),
                        "the disk reported an error. Try again, and check the disk if it happens again."),
                Arguments.of(
                        new FileSystemException("a"),
                        "the disk reported an error. Try again, and check the disk if it happens again."),
                Arguments.of(
                        new IOException("anything"),
                        "the disk reported an error. Try again, and check the disk if it happens again."));
    }

    @ParameterizedTest
    @MethodSource("causesWithTheirSentences")
    void saysWhyAndWhatToDo(IOException cause, String sentence) {
        assertThat(NotSavedException.unchanged(cause))
                .hasMessage("Not saved, nothing was changed: " + sentence)
                .hasCause(cause);
        assertThat(NotSavedException.notCreated(cause)).hasMessage("The vault was not created: " + sentence);
        assertThat(NotSavedException.unsure(cause))
                .hasMessage("It is not known whether the change was saved, because the vault can no longer be read: "
                        + sentence);
    }

    @Test
    void namesTheMemoryAndTheOtherProgram() {
        assertThat(NotSavedException.faulty())
                .hasMessageStartingWith("Not saved, nothing was changed: ")
                .hasMessageContaining("memory");
        assertThat(NotSavedException.busy())
                .hasMessageStartingWith("Not saved, nothing was changed: ")
                .hasMessageContaining("another program");
    }
}
