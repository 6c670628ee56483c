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
            description = "Words of its issuer, account name or tags, or its id.")
    private List<String> words = new ArrayList<>();

    EntryQuery query() {
        return new EntryQuery(String.join(" ", words));
    }
}
