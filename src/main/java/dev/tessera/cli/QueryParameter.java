package dev.tessera.cli;

import dev.tessera.session.EntryQuery;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/// The words that mean one account; at least one of them.
final class QueryParameter {
    @Parameters(
            arity = "1..*",
            paramLabel = "QUERY",
            description = "Words from its issuer, account name or tags, or its id.")
    private List<String> words = new ArrayList<>();

    /// To be asked for before anybody types a passphrase.
    ///
    /// @throws Failure if all words are blank
    EntryQuery query() throws Failure {
        return query(words);
    }

    /// No words at all mean every account; blank ones, such as of a variable that a script has not set, mean none.
    ///
    /// @throws Failure if there are words and all are blank
    static EntryQuery query(List<String> words) throws Failure {
        var query = new EntryQuery(String.join(" ", words));
        if (query.isBlank() && !words.isEmpty()) {
            throw new Failure(
                    ExitCode.USAGE, "QUERY is blank", "give a word from the issuer, account name or tags, or the id");
        }
        return query;
    }
}
