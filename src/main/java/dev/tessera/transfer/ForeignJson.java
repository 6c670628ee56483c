package dev.tessera.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Strict JSON of bounded depth and size; no pool of buffers keeps what was read.
final class ForeignJson {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_TOKENS = 4_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .maxStringLength(ImportFile.MAX_SIZE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ForeignJson() {}

    /// Whether a text begins as an object or an array does.
    static boolean isMeantIn(String text) {
        var inner = text.stripLeading();
        return inner.startsWith("{") || inner.startsWith("[");
    }

    static JsonNode parse(String text) throws ImportException {
        try {
            return MAPPER.readTree(text);
        } catch (StreamConstraintsException _) {
            throw new CostlyImportException("The JSON in this file is deeper or longer than in any export: at most "
                    + MAX_DEPTH + " levels and " + MAX_TOKENS + " parts are read. Choose the export itself.");
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            var where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw new DamagedImportException("This file is not valid JSON" + where
                    + ": it is damaged or was changed. Export it again from the other program.");
        }
    }
}
