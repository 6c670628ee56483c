package dev.tessera.cli;

import dev.tessera.agent.Offer;
import java.util.LinkedHashMap;

/// What became of one account.
final class Told {
    private Told() {}

    /// @param result one word, such as `binned`; the field `result`
    static void result(Output output, JsonOption json, String result, Offer offer) {
        if (json.isGiven()) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("result", result);
            fields.putAll(Shown.fields(offer));
            fields.put("tags", offer.tags());
            output.object(fields);
        } else {
            output.line(result + ": " + Shown.line(offer));
        }
    }
}
