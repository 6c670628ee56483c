package dev.tessera.desktop.heap;

import java.util.List;
import java.util.stream.Stream;

/// All that is searched for.
///
/// @param kept what the process keeps on purpose
/// @param dropped what it lets go on purpose
/// @param secrets of all accounts, in every form
/// @param untouched those of accounts that were only listed
/// @param recoveryKeys whole ones, and their groups
/// @param qrCodes the one shown and the one scanned
/// @param names of accounts, their tag and notes
/// @param codes that could be seen
record Needles(
        List<Needle> kept,
        List<Needle> dropped,
        List<Needle> secrets,
        List<Needle> untouched,
        List<Needle> passphrase,
        List<Needle> vaultKey,
        List<Needle> recoveryKeys,
        List<Needle> qrCodes,
        List<Needle> names,
        List<Needle> codes) {

    List<Needle> all() {
        return Stream.of(kept, dropped, secrets, untouched, passphrase, vaultKey, recoveryKeys, qrCodes, names, codes)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /// What nobody may find once the vault is locked. A single group of a recovery key is too short to be told from
    /// chance.
    List<Needle> mustBeGone() {
        return Stream.of(secrets, passphrase, vaultKey, wholeRecoveryKeys(), qrCodes, names, codes)
                .flatMap(List::stream)
                .toList();
    }

    List<Needle> wholeRecoveryKeys() {
        return recoveryKeys.stream().filter(needle -> !needle.alone()).toList();
    }

    List<Needle> groups() {
        return recoveryKeys.stream().filter(Needle::alone).toList();
    }
}
