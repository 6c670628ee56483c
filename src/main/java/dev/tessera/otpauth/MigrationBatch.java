package dev.tessera.otpauth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The parts of one export that were seen so far, in whatever order they came.
///
/// @param parts at least one, of one export, each index once, in the order of their indices
public record MigrationBatch(List<MigrationPayload> parts) {
    public MigrationBatch {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a batch begins with a part");
        }
        parts = List.copyOf(parts);
    }

    /// The first part of an export.
    public static MigrationBatch of(MigrationPayload part) {
        return new MigrationBatch(List.of(part));
    }

    /// Whether `part` is of this export: the same id and size, and not another content for an index that is here.
    public boolean accepts(MigrationPayload part) {
        var any = parts.getFirst();
        return part.batchId() == any.batchId()
                && part.batchSize() == any.batchSize()
                && parts.stream().noneMatch(p -> p.batchIndex() == part.batchIndex() && !p.equals(part));
    }

    /// With one more part; a part that is already here counts once.
    ///
    /// @throws IllegalArgumentException if it is of another export
    public MigrationBatch with(MigrationPayload part) {
        if (!accepts(part)) {
            throw new IllegalArgumentException("the part is of another export");
        }
        if (parts.contains(part)) {
            return this;
        }
        var more = new ArrayList<>(parts);
        more.add(part);
        more.sort(Comparator.comparingInt(MigrationPayload::batchIndex));
        return new MigrationBatch(more);
    }

    /// How many parts the whole export has.
    public int size() {
        return parts.getFirst().batchSize();
    }

    public boolean isComplete() {
        return parts.size() == size();
    }

    /// The numbers of the parts still to be scanned, from 1, as the exporting app counts them.
    public List<Integer> missing() {
        return IntStream.range(0, size())
                .filter(i -> parts.stream().noneMatch(part -> part.batchIndex() == i))
                .mapToObj(i -> i + 1)
                .toList();
    }

    /// The usable accounts of all parts here, in the order of the export.
    public List<OtpauthUri> accounts() {
        return parts.stream().flatMap(part -> part.accounts().stream()).toList();
    }

    /// What cannot be used: label and reason.
    public List<String> rejected() {
        return parts.stream().flatMap(part -> part.rejected().stream()).toList();
    }

    /// For a person: `3 of 4`.
    public String progress() {
        return parts.size() + " of " + size();
    }
}
