package dev.tessera.cli;

import dev.tessera.agent.Offer;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.util.List;

/// The one account that a query means, or why there is none.
final class Choice {
    /// As much of an id as is enough to mean an entry.
    private static final int ID_SHOWN = 8;

    private Choice() {}

    /// @throws Failure if none fits, or several
    static Entry only(List<Entry> fitting, Vault vault, Terminal terminal) throws Failure {
        if (fitting.isEmpty()) {
            throw nothingFits();
        }
        if (fitting.size() > 1) {
            throw several(fitting.stream().map(entry -> Offer.of(entry, vault)).toList(), terminal);
        }
        return fitting.getFirst();
    }

    /// Does not say the query again: it may be anything, pasted by mistake.
    static Failure nothingFits() {
        return new Failure(ExitCode.NOTHING_FOUND, "no account matches", "tessera list shows all of them");
    }

    /// Lists them, too.
    static Failure several(List<Offer> fitting, Terminal terminal) {
        fitting.forEach(offer -> terminal.err().println(offer.id().substring(0, ID_SHOWN) + "  " + Shown.line(offer)));
        return new Failure(
                ExitCode.SEVERAL_FOUND,
                fitting.size() + " accounts match",
                "add a word, or give the id in front of the one that you mean");
    }
}
