package dev.tessera.session;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.guard.ProcessGuard;
import dev.tessera.keyring.Keyring;
import dev.tessera.otp.Account;
import dev.tessera.otp.Code;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.Backup;
import dev.tessera.vault.file.Copy;
import dev.tessera.vault.file.RecoveryKey;
import dev.tessera.vault.file.SaveNotice;
import dev.tessera.vault.file.VaultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// An unlocked vault and its file. Each edit is saved before it is told; a failed save changes nothing.
/// Safe for use from several threads; listeners are called on the thread that edits.
public final class VaultSession implements AutoCloseable {

    private final VaultFile file;
    private final InstantSource clock;
    private final List<Consumer<Vault>> listeners = new CopyOnWriteArrayList<>();

    private VaultSession(VaultFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Creates the file, which must not exist, and unlocks it.
    ///
    /// @param cost for instance from `KdfCost.calibrate`
    /// @throws java.nio.file.FileAlreadyExistsException if there is a file of this name
    /// @throws IllegalArgumentException if the passphrase is empty
    public static VaultSession create(Path file, Passphrase passphrase, Argon2id cost, InstantSource clock)
            throws IOException {
        ProcessGuard.closeSoon();
        return new VaultSession(VaultFile.create(file, passphrase, cost), clock);
    }

    /// Opens the file: `WrongPassphraseException`, `CorruptVaultException`,
    /// `UnsupportedVaultVersionException`, `InsufficientMemoryException` (all `VaultException`s of
    /// `vault.file`, which are `IOException`s with a sentence for a person) tell the failures apart;
    /// a missing file is a `NoSuchFileException`.
    public static VaultSession unlock(Path file, Passphrase passphrase, InstantSource clock) throws IOException {
        ProcessGuard.closeSoon();
        return new VaultSession(VaultFile.open(file, passphrase), clock);
    }

    /// Opens the file with the key that the keyring of this computer keeps for it.
    ///
    /// @param mayAsk whether the keyring may ask the person to open it
    /// @return nothing where it keeps none, or one that no longer fits
    /// @throws dev.tessera.keyring.KeyringException if the keyring does not answer
    public static Optional<VaultSession> unlock(Path file, Keyring keyring, boolean mayAsk, InstantSource clock)
            throws IOException {
        var id = VaultFile.idForKeyring(file);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var key = keyring.find(id.get(), mayAsk);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        ProcessGuard.closeSoon();
        try (var found = key.get()) {
            return VaultFile.open(file, found).map(opened -> new VaultSession(opened, clock));
        }
    }

    /// Whether the keyring of this computer opens the vault. Asks the person nothing.
    public boolean isOpenedBy(Keyring keyring) throws IOException {
        var key = keyring.find(file.id(), false);
        if (key.isEmpty()) {
            return false;
        }
        try (var found = key.get()) {
            return file.waysIn().isLetIn(found);
        }
    }

    /// Makes a key, gives it to the keyring of this computer, and saves that it opens the vault.
    public void letIn(Keyring keyring) throws IOException {
        try (var key = Key.random(new SecureRandom(), 32)) {
            keyring.keep(file.id(), String.valueOf(file.path().getFileName()), key);
            telling(() -> {
                file.waysIn().letIn(key);
                return true;
            });
        }
    }

    /// Makes the key of the keyring of this computer worthless, then has it forgotten.
    public void shutOut(Keyring keyring) throws IOException {
        var key = keyring.find(file.id(), true);
        if (key.isPresent()) {
            try (var found = key.get()) {
                telling(() -> file.waysIn().shutOut(found));
            }
        }
        keyring.forget(file.id());
    }

    /// Names the vault, whatever its file is called; 16 bytes.
    public byte[] id() {
        return file.id();
    }

    /// The file on disk, all links resolved.
    public Path file() {
        return file.path();
    }

    /// What is in it now.
    public Vault vault() {
        return file.vault();
    }

    /// Whether a later release wrote it, so that every edit is refused.
    public boolean isReadOnly() {
        return file.isReadOnly();
    }

    /// What a person should know about the last save, mostly nothing.
    public Set<SaveNotice> notices() {
        return file.notices();
    }

    /// Calls `listener` after each change, and when another process changed the file and it was read anew.
    public void onChange(Consumer<Vault> listener) {
        listeners.add(listener);
    }

    /// Applies, saves, then tells. What others have saved meanwhile is taken in first, so `change` must look
    /// at the vault that it is given and at nothing else; it may be called twice.
    ///
    /// @throws IOException if it was not saved; then nothing has changed
    public Vault edit(UnaryOperator<Vault> change) throws IOException {
        return telling(() -> file.save(change));
    }

    /// Takes in what other processes and devices have saved.
    ///
    /// @return whether anything was new
    public boolean refresh() throws IOException {
        return telling(file::refresh);
    }

    /// The earlier generations that are kept, the latest first.
    public List<Backup> backups() throws IOException {
        return file.backups();
    }

    /// What is in an earlier generation; a damaged one is refused.
    public Vault read(Backup backup) throws IOException {
        return file.read(backup);
    }

    /// Makes an earlier generation the present one, as a new save. What it replaces becomes a backup.
    public Vault restore(Backup backup) throws IOException {
        return telling(() -> file.restore(backup));
    }

    /// Copies of this vault in its folder, as synchronisers leave them when two devices saved at once.
    public List<Path> copies() throws IOException {
        return file.copies();
    }

    /// What is in a copy of this vault.
    ///
    /// @throws dev.tessera.vault.file.NotThisVaultException if it is another vault
    public Copy look(Path copy) throws IOException {
        return file.look(copy);
    }

    /// How often the vault has been saved.
    public long generation() {
        return file.generation();
    }

    /// Takes in a copy of this vault that went another way, and saves. The copy stays as it is.
    ///
    /// @return whether there was anything new in it
    /// @throws dev.tessera.vault.file.NotThisVaultException if it is another vault
    public boolean merge(Path copy) throws IOException {
        return telling(() -> file.merge(copy));
    }

    /// The entry with the same secret and parameters, if there is one in the list.
    public Optional<Entry> duplicateOf(Account account) {
        return file.vault().duplicateOf(account);
    }

    /// Adds an entry, even a duplicate: the caller has asked. The session takes the secret over, and wipes it
    /// when it locks.
    public Entry add(Account account) throws IOException {
        var entry = Entry.create(account, clock.instant());
        edit(vault -> vault.with(entry));
        return entry;
    }

    /// The code of a counter-based entry. The counter is moved on and saved before the code is returned,
    /// so that no code is shown twice, by this process or by another.
    ///
    /// @throws NoSuchElementException if there is no such entry
    /// @throws IllegalArgumentException if the entry is not counter-based
    /// @throws IllegalStateException if its counter is at its end
    public Code nextHotpCode(UUID entryId) throws IOException {
        var code = new AtomicReference<Optional<Code>>(Optional.empty());
        edit(vault -> {
            var entry = vault.entry(entryId).orElseThrow(() -> new NoSuchElementException("there is no such entry"));
            code.set(Optional.of(entry.account().credential().codeAt(clock.instant())));
            return vault.with(entry.withAccount(movedOn(entry.account()), clock.instant()));
        });
        return code.get().orElseThrow();
    }

    /// Derives the key anew and compares: for export and for showing a QR code.
    public boolean isPassphrase(Passphrase passphrase) throws IOException {
        return file.waysIn().isPassphrase(passphrase);
    }

    /// Wraps the vault key under another passphrase and saves. Backups keep the passphrase they had.
    ///
    /// @throws IllegalArgumentException if the passphrase is empty
    public void changePassphrase(Passphrase passphrase, Argon2id cost) throws IOException {
        telling(() -> {
            file.waysIn().changePassphrase(passphrase, cost);
            return true;
        });
    }

    /// The generation that this computer has seen of this vault, if that is newer than what was opened: then the
    /// file is an older one in the place of the present one.
    public OptionalLong newerSeen() {
        return file.newerSeen();
    }

    /// Whether a recovery key opens the vault, too.
    public boolean hasRecoveryKey() {
        return file.waysIn().hasRecoveryKey();
    }

    /// Makes a recovery key instead of the present one, if there is one, and saves. It can be typed wherever the
    /// passphrase can.
    ///
    /// @return the key, which is kept nowhere else; the caller shows it once and closes it
    public RecoveryKey newRecoveryKey() throws IOException {
        return telling(file.waysIn()::newRecoveryKey);
    }

    /// Makes the recovery key worthless for this file and all that is saved from now on.
    ///
    /// @return whether there was one
    public boolean removeRecoveryKey() throws IOException {
        return telling(file.waysIn()::removeRecoveryKey);
    }

    /// Whether the cost of its passphrase is below what new vaults have at least.
    public boolean isWeak() {
        return file.waysIn().isWeak();
    }

    /// Wraps the vault key anew where this passphrase opens a slot of a lower cost; the next save writes it.
    ///
    /// @return whether the next save will make it stronger
    public boolean strengthen(Passphrase passphrase, Argon2id cost) throws IOException {
        return file.waysIn().strengthen(passphrase, cost);
    }

    /// Locks: wipes keys and every secret. The session is of no use afterwards.
    @Override
    public void close() {
        listeners.clear();
        file.close();
    }

    /// A step that may change the vault even where it fails: what others have saved is taken in first.
    private <T> T telling(Step<T> step) throws IOException {
        var before = file.vault();
        try {
            return step.run();
        } finally {
            tellIfChanged(before);
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private void tellIfChanged(Vault before) {
        if (listeners.isEmpty()) {
            return;
        }
        var now = file.vault();
        if (!now.equals(before)) {
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    private static Account movedOn(Account account) {
        var credential = account.credential();
        if (!(credential.parameters() instanceof Hotp hotp)) {
            throw new IllegalArgumentException("this entry is not counter-based");
        }
        var next = new Credential(credential.secret(), hotp.next());
        return new Account(account.issuer(), account.accountName(), next);
    }
}
