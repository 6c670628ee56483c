package dev.tessera.vault.file;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Merge;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A vault file that was opened, with its key.
///
/// An object of this class exists only after a successful load, so a failed load is never followed by
/// a save. Every save first looks whether the file changed since it was last read; what others wrote is
/// taken in and never overwritten. Safe for use from several threads and processes; what only tells the
/// present state never waits for a save.
public final class VaultFile implements AutoCloseable {

    private final Path path;
    private final Key vaultKey;
    private final Machine machine;
    private final Wiper wiper = new Wiper();
    private final WaysIn waysIn;
    private volatile VaultState state;
    private volatile long newerSeen;
    private volatile Set<SaveNotice> notices = Set.of();
    private volatile boolean closed;

    VaultFile(Path path, Key vaultKey, Machine machine, VaultState state) {
        this.path = path;
        this.vaultKey = vaultKey.moveToLockedPage();
        this.machine = machine;
        this.state = state;
        waysIn = new WaysIn(this.vaultKey, machine.random(), this::header, this::reseal);
        long seen = machine.seen().highest(state.header().vaultId());
        newerSeen = seen > generation() ? seen : 0;
        remember();
        wiper.note(state.payload().vault());
    }

    /// Creates the file, which must not exist, and its folder if need be.
    ///
    /// @throws FileAlreadyExistsException if there is a file of this name
    /// @throws NotSavedException if it could not be written
    /// @throws IllegalArgumentException if the passphrase is empty
    public static VaultFile create(Path file, Passphrase passphrase, Argon2id cost) throws IOException {
        return create(file, passphrase, cost, Machine.real());
    }

    static VaultFile create(Path file, Passphrase passphrase, Argon2id cost, Machine machine) throws IOException {
        requireNotEmpty(passphrase);
        return NewVault.create(file, passphrase, cost, machine);
    }

    /// Opens the file. A symbolic link is followed, and it is the file behind it that is saved to.
    ///
    /// @throws NoSuchFileException if there is none
    /// @throws WrongPassphraseException if the passphrase opens no slot
    /// @throws CorruptVaultException if it is damaged, or no vault
    /// @throws UnsupportedVaultVersionException if a later release wrote it
    /// @throws InsufficientMemoryException if the key needs more than half of the heap
    public static VaultFile open(Path file, Passphrase passphrase) throws IOException {
        return open(file, passphrase, Machine.real());
    }

    static VaultFile open(Path file, Passphrase passphrase, Machine machine) throws IOException {
        var path = file.toRealPath();
        var sealed = SealedVault.parse(machine.read(path));
        return open(path, sealed, sealed.header().unlock(passphrase), machine);
    }

    /// Opens the file with a key that a keyring keeps.
    ///
    /// @return nothing if the key opens no slot
    public static Optional<VaultFile> open(Path file, Key ofKeyring) throws IOException {
        var machine = Machine.real();
        var path = file.toRealPath();
        var sealed = SealedVault.parse(machine.read(path));
        var vaultKey = sealed.header().unlock(SlotType.KEYRING, ofKeyring);
        return vaultKey.isPresent() ? Optional.of(open(path, sealed, vaultKey.get(), machine)) : Optional.empty();
    }

    /// The vault's id, by which a keyring finds the key, if any keyring opens the vault.
    public static Optional<byte[]> idForKeyring(Path file) throws IOException {
        var header = SealedVault.parse(Machine.real().read(file.toRealPath())).header();
        return header.slots().stream().anyMatch(slot -> slot.isOf(SlotType.KEYRING))
                ? Optional.of(header.vaultId())
                : Optional.empty();
    }

    private static VaultFile open(Path path, SealedVault sealed, Key vaultKey, Machine machine)
            throws CorruptVaultException {
        try {
            return new VaultFile(path, vaultKey, machine, VaultState.open(sealed, vaultKey));
        } catch (CorruptVaultException e) {
            vaultKey.close();
            throw e;
        }
    }

    /// The vault's own 16 bytes, the same for life.
    public byte[] id() {
        return state.header().vaultId();
    }

    /// The real file, all links resolved.
    public Path path() {
        return path;
    }

    /// What is in it, as last read or saved.
    public Vault vault() {
        requireOpen();
        return state.payload().vault();
    }

    /// How often it has been saved, 1 after its creation.
    public long generation() {
        return state.header().generation();
    }

    /// The generation that this computer has seen of this vault, if that is newer than what was opened: then the
    /// file is an older one in the place of the present one. Empty after the next save, which is newer than both.
    public OptionalLong newerSeen() {
        long newer = newerSeen;
        return newer > generation() ? OptionalLong.of(newer) : OptionalLong.empty();
    }

    private void remember() {
        machine.seen().see(state.header().vaultId(), generation());
    }

    /// Whether a later release wrote it, so that this one only shows it.
    public boolean isReadOnly() {
        return state.payload().isOfLaterRelease();
    }

    /// What a person should know about the last save.
    public Set<SaveNotice> notices() {
        return notices;
    }

    /// Applies `change` to what is on the disk now and saves it. If the file was changed by others, `change`
    /// may be called twice, to tell an edit of the present entry from one of an outdated copy. The secrets in
    /// the result are this file's from then on: [#close()] wipes them.
    ///
    /// @return what is saved
    /// @throws NotSavedException if it was not saved; [#vault()] is then what is on the disk
    /// @throws IllegalArgumentException if it cannot be written: a text with half a character, 64 MiB or more
    /// @throws ReadOnlyVaultException if a later release wrote it
    /// @throws CorruptVaultException if the file was damaged meanwhile; it is not overwritten
    public synchronized Vault save(UnaryOperator<Vault> change) throws IOException {
        requireOpen();
        try (var lock = SaveLock.acquire(path)) {
            var before = vault();
            var ground = ground();
            var next = Merge.rebase(before, ground.vault(), change);
            if (ground.isMerged() || !next.equals(ground.vault())) {
                write(ground, next, state.header().slots(), lock);
            }
            return vault();
        }
    }

    /// Takes in what others have saved, and brings both together if they went different ways.
    ///
    /// @return whether anything was new
    /// @throws NoSuchFileException if the file is gone
    /// @throws CorruptVaultException if it was damaged meanwhile
    public synchronized boolean refresh() throws IOException {
        requireOpen();
        if (state.isOf(machine.read(path))) {
            return false;
        }
        var before = vault();
        try (var lock = SaveLock.acquire(path)) {
            var ground = ground();
            if (ground.isMerged()) {
                write(ground, ground.vault(), state.header().slots(), lock);
            }
        }
        return !vault().equals(before);
    }

    /// The earlier generations that are kept, the latest first.
    public List<Backup> backups() throws IOException {
        return new Backups(path, machine.calls()).list();
    }

    /// What is in an earlier generation. Its secrets are wiped by [#close()].
    ///
    /// @throws CorruptVaultException if it is damaged, or of another vault
    /// @throws UnsupportedVaultVersionException if a later release wrote it
    public synchronized Vault read(Backup backup) throws IOException {
        return open(backup.file()).payload().vault();
    }

    /// What is in a copy of this vault, and whether it can bring anything. Its secrets are wiped by [#close()].
    ///
    /// @throws NotThisVaultException if it is another vault
    /// @throws CorruptVaultException if it is damaged
    public synchronized Copy look(Path copy) throws IOException {
        var theirs = open(copy);
        return new Copy(copy, theirs.payload().vault(), isKnown(theirs));
    }

    private VaultState open(Path other) throws IOException {
        requireOpen();
        var sealed = SealedVault.parse(machine.read(other));
        if (!Arrays.equals(sealed.header().vaultId(), state.header().vaultId())) {
            throw new NotThisVaultException();
        }
        var opened = VaultState.open(sealed, vaultKey);
        wiper.note(opened.payload().vault());
        if (opened.payload().isOfLaterRelease()) {
            throw new ReadOnlyVaultException();
        }
        return opened;
    }

    /// Saves an earlier generation's content as the next generation. What it replaces becomes a backup.
    ///
    /// @throws NotSavedException if it was not saved; nothing has changed then
    public synchronized Vault restore(Backup backup) throws IOException {
        var earlier = read(backup);
        return save(_ -> earlier);
    }

    /// What opens it.
    public WaysIn waysIn() {
        return waysIn;
    }

    /// Wipes the key and every secret.
    @Override
    public synchronized void close() {
        closed = true;
        vaultKey.close();
        wiper.wipe();
    }

    private Ground ground() throws IOException {
        byte[] bytes;
        try {
            bytes = machine.read(path);
        } catch (NoSuchFileException e) {
            throw NotSavedException.unchanged(e);
        }
        var ours = state;
        if (!ours.isOf(bytes)) {
            var theirs = VaultState.open(SealedVault.parse(bytes), vaultKey);
            wiper.note(theirs.payload().vault());
            state = theirs;
            remember();
            if (!theirs.payload().isOfLaterRelease() && !ours.isAncestorOf(theirs)) {
                return Ground.merged(common(ours, theirs), ours, theirs);
            }
        }
        return Ground.of(state);
    }

    private Optional<Vault> common(VaultState ours, VaultState theirs) throws IOException {
        var common = CommonState.of(ours, theirs, backups(), machine, vaultKey);
        common.ifPresent(wiper::note);
        return common;
    }

    /// Copies of this vault in its folder, as synchronisers leave them when two devices saved at once.
    public List<Path> copies() throws IOException {
        requireOpen();
        return Copies.of(path, state.header().vaultId(), machine);
    }

    /// Merges a copy of this vault, which stays as it is, and saves. What the copy was made from loses nothing, and an
    /// older state of this vault brings nothing.
    ///
    /// @return whether there was anything new in it
    /// @throws NotThisVaultException if it is another vault
    /// @throws CorruptVaultException if it is damaged
    /// @throws NotSavedException if it was not saved
    public synchronized boolean merge(Path copy) throws IOException {
        var theirs = open(copy);
        try (var lock = SaveLock.acquire(path)) {
            var ground = ground();
            if (ground.isMerged()) {
                write(ground, ground.vault(), state.header().slots(), lock);
            }
            return !isKnown(theirs) && bring(theirs, lock);
        }
    }

    /// Whether the present state has taken in all of it already.
    private boolean isKnown(VaultState theirs) {
        return state.digest().equals(theirs.digest()) || theirs.isAncestorOf(state);
    }

    private boolean bring(VaultState theirs, SaveLock lock) throws IOException {
        var ours = state;
        var both = Ground.merged(common(ours, theirs), ours, theirs);
        write(both, both.vault(), ours.header().slots(), lock);
        return !both.vault().equals(ours.payload().vault());
    }

    private VaultHeader header() {
        requireOpen();
        return state.header();
    }

    private synchronized boolean reseal(WaysIn.SlotChange change) throws IOException {
        requireOpen();
        try (var lock = SaveLock.acquire(path)) {
            var ground = ground();
            var before = state.header().slots();
            var slots = change.of(state.header());
            boolean others = !slots.equals(before);
            if (others || ground.isMerged()) {
                write(ground, ground.vault(), slots, lock);
            }
            return others;
        }
    }

    private void write(Ground ground, Vault next, List<Slot> slots, SaveLock lock) throws IOException {
        if (isReadOnly()) {
            throw new ReadOnlyVaultException();
        }
        var payload = new Payload(Payload.VERSION, ground.ancestry(), next);
        var sealed = Sealing.of(
                        state.header().vaultId(), nextGeneration(ground), waysIn.strengthened(slots), machine.random())
                .seal(payload, vaultKey);
        var replacement = new SafeReplacement(path, machine);
        if (lock.isHeld()) {
            replacement.removeStale();
        }
        var notice = replacement.replace(sealed.toByteArray(), state.header().generation());
        state = new VaultState(sealed.header(), payload, sealed.digest());
        wiper.note(next);
        remember();
        tell(lock, notice);
    }

    /// Newer than everything that was seen; at the end of numbers it stays there.
    private long nextGeneration(Ground ground) {
        return Math.min(Math.max(ground.generation(), newerSeen), Long.MAX_VALUE - 1) + 1;
    }

    void tell(SaveLock lock, Optional<SaveNotice> notice) {
        var all = EnumSet.noneOf(SaveNotice.class);
        notice.ifPresent(all::add);
        if (!lock.isHeld()) {
            all.add(SaveNotice.NOT_LOCKED);
        }
        notices = Set.copyOf(all);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this vault is locked");
        }
    }

    static void requireNotEmpty(Passphrase passphrase) {
        if (passphrase.isEmpty()) {
            throw new IllegalArgumentException("the passphrase is empty; it must have at least one character");
        }
    }
}
