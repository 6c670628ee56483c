package dev.tessera.desktop.pick;

import dev.tessera.agent.Offer;
import dev.tessera.desktop.control.ByNumbers;
import dev.tessera.desktop.control.Folding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The accounts that can be picked, folded once; found as in the list of the window: the beginning of the name first,
/// then that of a word, then anywhere.
final class Names {
    static final Names NONE = new Names(List.of());

    private final List<Name> all;

    private Names(List<Name> all) {
        this.all = all;
    }

    static Names of(List<Offer> offers) {
        return new Names(offers.stream()
                .map(Name::of)
                .sorted(Comparator.comparing(Name::lead, ByNumbers.ORDER).thenComparing(Name::rest, ByNumbers.ORDER))
                .toList());
    }

    /// The hits, best first; all where nothing is asked. Every word must be found.
    List<Offer> find(String query) {
        var words = Arrays.stream(Folding.fold(query).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return all.stream()
                .filter(name -> words.stream().allMatch(name::holds))
                .sorted(Comparator.comparingInt(
                        name -> words.stream().mapToInt(name::rank).max().orElse(0)))
                .map(Name::offer)
                .toList();
    }

    private record Name(Offer offer, String lead, String rest) {
        static Name of(Offer offer) {
            boolean hasIssuer = !offer.issuer().isEmpty();
            return new Name(
                    offer,
                    Folding.fold(hasIssuer ? offer.issuer() : offer.accountName()),
                    Folding.fold((hasIssuer ? offer.accountName() : "") + " " + String.join(" ", offer.tags())));
        }

        boolean holds(String word) {
            return lead.contains(word) || rest.contains(word);
        }

        int rank(String word) {
            if (lead.startsWith(word)) {
                return 0;
            }
            if (startsAWord(lead, word)) {
                return 1;
            }
            return startsAWord(rest, word) ? 2 : 3;
        }

        private static boolean startsAWord(String text, String word) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                    return true;
                }
            }
            return false;
        }
    }
}
