package dev.tessera.vault.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.util.EnumSet;
import java.util.List;

/// What Windows does otherwise: who owns a file, what hinders a replacement, and that no folder can be forced.
final class WindowsCalls extends DiskCalls {
    private static final int TRIES = 10;
    private static final long PAUSE_MILLIS = 20;

    private WindowsCalls() {}

    /// These on Windows, `others` elsewhere.
    static FileCalls whereNeeded(FileCalls others) {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return isPosix ? others : new WindowsCalls();
    }

    /// Windows refuses while a virus scanner or a synchroniser holds the file open for a moment.
    @Override
    public void replace(Path source, Path target) throws IOException {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                super.replace(source, target);
                return;
            } catch (AccessDeniedException _) {
                pause(attempt * PAUSE_MILLIS);
            }
        }
        super.replace(source, target);
    }

    /// Nothing: Windows opens no folder, and NTFS keeps a journal of names.
    @Override
    public void forceFolder(Path folder) {}

    @Override
    FileAttribute<?> ownerOnly(String permissions, Path file) throws IOException {
        var owner = file.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        var all = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        return new FileAttribute<List<AclEntry>>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return List.of(all);
            }
        };
    }
}
