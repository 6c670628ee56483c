package dev.tessera.vault.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// What a vault file needs of the machine: its disk, its randomness and its memory of what was seen.
record Machine(FileCalls calls, SecureRandom random, SeenGenerations seen) {

    /// Header, slots, MAC and payload at their largest.
    private static final long MAX_FILE = VaultHeader.MAX_PAYLOAD + 4096L;

    static Machine real() {
        return new Machine(
                WindowsCalls.whereNeeded(new DiskCalls()), new SecureRandom(), SeenGenerations.ofThisMachine());
    }

    /// One that remembers nothing.
    Machine(FileCalls calls, SecureRandom random) {
        this(calls, random, SeenGenerations.none());
    }

    /// The whole file, if it can be a vault at all.
    byte[] read(Path file) throws IOException {
        var size = Files.size(file);
        if (!Files.isRegularFile(file)) {
            throw new CorruptVaultException("it is not a file");
        }
        if (size > MAX_FILE) {
            throw new CorruptVaultException("it is larger than a vault can be");
        }
        return Files.readAllBytes(file);
    }

    /// Where a new file of this name will really lie; makes the folder if need be.
    Path placeForNew(Path file) throws IOException {
        var absolute = file.toAbsolutePath().normalize();
        var folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("this is not a valid file name: " + file);
        }
        try {
            calls.createFolder(folder);
            return folder.toRealPath().resolve(folder.relativize(absolute));
        } catch (IOException e) {
            throw NotSavedException.notCreated(e);
        }
    }
}
