package dev.tessera.clock;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What most of several servers agree on, by the intersection algorithm of RFC 5905 section 11.2.1: the right time lies
/// where more than half of what they say overlaps, from the first such point to the last. So those that lie cannot
/// mislead while they are fewer than the others, not even by agreeing with some of these. Who lies outside of it is
/// thrown out.
///
/// @param offset where they overlap
/// @param servers who is among them
record Agreement(Offset offset, List<TimeServer> servers) {

    /// Empty where no more than half of them agree. A single one agrees with itself.
    static Optional<Agreement> of(List<Answer.Told> told) {
        var begin = told.stream()
                .map(one -> one.offset().least())
                .filter(point -> isHeldByMost(told, point))
                .min(Comparator.naturalOrder());
        var end = told.stream()
                .map(one -> one.offset().most())
                .filter(point -> isHeldByMost(told, point))
                .max(Comparator.naturalOrder());
        return begin.flatMap(from -> end.map(to -> new Agreement(
                Offset.between(from, to),
                told.stream()
                        .filter(one -> one.offset().least().compareTo(to) <= 0
                                && one.offset().most().compareTo(from) >= 0)
                        .map(Answer.Told::server)
                        .toList())));
    }

    private static boolean isHeldByMost(List<Answer.Told> told, Duration point) {
        long holding = told.stream()
                .filter(one -> one.offset().least().compareTo(point) <= 0
                        && one.offset().most().compareTo(point) >= 0)
                .count();
        return holding > told.size() / 2;
    }
}
