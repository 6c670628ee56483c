package dev.tessera.vault.file;

/// What a person should know about a save that worked.
public enum SaveNotice {
    /// The folder has no locks, as some network and FUSE folders; changes by others were still
    /// noticed, by the digest of the file.
    NOT_LOCKED,
    /// The new vault is in place, but the disk did not confirm that it is there for good.
    DISK_DID_NOT_CONFIRM
}
