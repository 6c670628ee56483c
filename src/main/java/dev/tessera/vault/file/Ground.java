package dev.tessera.vault.file;

import dev.tessera.vault.Merge;
import dev.tessera.vault.Vault;

/// What a save builds on: the state on the disk, with ours merged in if that went another way.
///
/// @param vault the content
/// @param ancestry of the next save
/// @param generation the highest so far
/// @param isMerged whether it is on no disk yet
record Ground(Vault vault, Ancestry ancestry, long generation, boolean isMerged) {

    static Ground of(VaultState state) {
        return new Ground(
                state.payload().vault(), state.nextAncestry(), state.header().generation(), false);
    }

    static Ground merged(VaultState ours, VaultState theirs) {
        return new Ground(
                Merge.of(ours.payload().vault(), theirs.payload().vault()),
                ours.nextAncestry().and(theirs.nextAncestry()),
                Math.max(ours.header().generation(), theirs.header().generation()),
                true);
    }
}
