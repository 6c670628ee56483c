package dev.tessera.cli;

import dev.tessera.cli.Picture.Reading;
import dev.tessera.scan.NotFoundReason;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrSymbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `tessera scan --raw`: the text of every QR code, told as soon as its picture is read.
final class RawScan {
    private final Output output;
    private final boolean json;
    private final QrDecoder decoder = new QrDecoder();

    RawScan(Output output, boolean json) {
        this.output = output;
        this.json = json;
    }

    /// A picture that cannot be read does not stop the others.
    ExitCode run(List<Picture> pictures) {
        int found = 0;
        int unreadable = 0;
        for (var picture : pictures) {
            try {
                var reading = picture.read(decoder);
                found += reading.symbols().size();
                tell(picture, reading);
            } catch (Failure e) {
                unreadable++;
                tell(picture, e);
            }
        }
        if (unreadable > 0) {
            return ExitCode.INPUT_REFUSED;
        }
        return found > 0 ? ExitCode.DONE : ExitCode.NOTHING_FOUND;
    }

    private void tell(Picture picture, Reading reading) {
        var symbols = reading.symbols();
        if (json) {
            output.object(fields(picture, reading));
        } else if (symbols.isEmpty()) {
            var reason = reading.reason().orElse(NotFoundReason.NO_FINDER_PATTERN);
            output.error(
                    "no QR code in " + Shown.text(picture.name()) + ": " + NotFound.words(reason),
                    NotFound.hint(reason));
        } else {
            symbols.forEach(symbol -> output.line(symbol.text()));
        }
    }

    private void tell(Picture picture, Failure failure) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", picture.name());
            fields.put("texts", List.of());
            fields.put("symbols", List.of());
            fields.put("error", failure.problem());
            output.object(fields);
        }
        output.error(failure.problem(), failure.hint());
    }

    private static Map<String, Object> fields(Picture picture, Reading reading) {
        var symbols = reading.symbols();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", picture.name());
        fields.put("texts", symbols.stream().map(QrSymbol::text).toList());
        fields.put("millis", reading.millis());
        fields.put("symbols", symbols(reading));
        reading.reason().ifPresent(reason -> fields.put("reason", NotFound.field(reason)));
        return fields;
    }

    /// A file of several pages tells the page of each code, counted from 1.
    private static List<Map<String, Object>> symbols(Reading reading) {
        var symbols = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < reading.pages().size(); i++) {
            for (var symbol : reading.pages().get(i).symbols()) {
                var fields = fields(symbol);
                if (reading.pages().size() > 1) {
                    fields.put("page", i + 1);
                }
                symbols.add(fields);
            }
        }
        return symbols;
    }

    private static Map<String, Object> fields(QrSymbol symbol) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("text", symbol.text());
        fields.put(
                "corners",
                symbol.corners().stream()
                        .map(corner -> List.of(corner.x(), corner.y()))
                        .toList());
        fields.put("version", symbol.version());
        fields.put("errorCorrection", symbol.errorCorrection());
        fields.put("readBy", symbol.readBy());
        return fields;
    }
}
