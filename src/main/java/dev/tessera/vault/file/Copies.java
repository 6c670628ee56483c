package dev.tessera.vault.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Copies of a vault that synchronisers leave beside it when two devices saved at once. Each has its own way to name
/// them (`a.sync-conflict-20261126-101112-ABCDEFG.tessera`, `a (conflicted copy 2026-11-26).tessera`,
/// `a (Ann's conflicted copy).tessera`): so the vault's own id tells, and the name only where to look.
final class Copies {
    private Copies() {}

    static List<Path> of(Path vault, byte[] vaultId, Machine machine) throws IOException {
        var copies = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(vault.resolveSibling(""), file -> isCandidate(file, vault))) {
            for (var file : files) {
                if (isOf(file, vaultId, machine)) {
                    copies.add(file);
                }
            }
        }
        copies.sort(null);
        return copies;
    }

    private static boolean isCandidate(Path file, Path vault) {
        var name = file.getFileName().toString();
        return !file.getFileName().equals(vault.getFileName())
                && !name.startsWith(".")
                && name.startsWith(stem(vault))
                && Files.isRegularFile(file);
    }

    private static String stem(Path vault) {
        var name = vault.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static boolean isOf(Path file, byte[] vaultId, Machine machine) {
        try {
            return Arrays.equals(SealedVault.parse(machine.read(file)).header().vaultId(), vaultId);
        } catch (IOException _) {
            return false; // no vault, or being written just now
        }
    }
}
