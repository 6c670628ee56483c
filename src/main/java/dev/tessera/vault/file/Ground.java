package dev.tessera.vault.file;

import dev.tessera.vault.Merge;
import dev.tessera.vault.Vault;
import java.util.Optional;

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

    /// @param base the last state that both came from, if it is still there
    static Ground merged(Optional<Vault> base, VaultState ours, VaultState theirs) {
        var mine = ours.payload().vault();
        var other = theirs.payload().vault();
        return new Ground(
                base.map(common -> Merge.of(common, mine, other)).orElseGet(() -> Merge.of(mine, other)),
                ours.nextAncestry().and(theirs.nextAncestry()),
                Math.max(ours.header().generation(), theirs.header().generation()),
                true);
    }
}
