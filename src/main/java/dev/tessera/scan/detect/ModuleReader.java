package dev.tessera.scan.detect;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The brightness of a code's modules to its text. What is dark is decided in several ways, one after another; errors
/// are put right by us, and ZXing turns the clean modules into text, for it knows the modes and character sets.
final class ModuleReader {
    private static final double PLAUSIBLE = 0.66;
    private static final double SURE = 0.8;
    private static final int SURE_FORMAT = 3;
    private static final int UNSURE_FORMAT = 4;

    /// Ways to tell dark from light, in order of yield.
    private static final List<Function<ModuleValues, float[]>> WAYS = List.of(
            values -> values.darkness(5),
            values -> values.sharpened(0.5).darkness(5),
            ModuleValues::darknessByOtsu,
            values -> values.darknessByRange(3),
            values -> values.sharpened(1).darkness(4));

    private final Decoder decoder = new Decoder();

    /// @param mirrored whether the code is seen from behind
    record Reading(String text, String errorCorrection, boolean mirrored) {}

    /// @param agreement what of the modules of known colour is right
    Optional<Reading> read(ModuleValues values, double agreement) {
        if (agreement < PLAUSIBLE) {
            return Optional.empty();
        }
        Layout layout = Layout.of((values.side() - 17) / 4);
        for (Function<ModuleValues, float[]> way : WAYS) {
            float[] darkness = way.apply(values);
            Optional<Reading> reading = read(layout, darkness, false, false);
            if (reading.isEmpty()) {
                reading = read(layout, transposed(darkness, values.side()), true, false);
            }
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    /// What of the modules of known colour is right, as the first way tells dark from light.
    static double agreement(ModuleValues values) {
        return KnownModules.of((values.side() - 17) / 4).agreement(values.darkness(5), values.side());
    }

    /// The same with unsure codewords taken as erased. It takes longer.
    Optional<Reading> readErasing(ModuleValues values, double agreement) {
        if (agreement < SURE) {
            return Optional.empty();
        }
        Layout layout = Layout.of((values.side() - 17) / 4);
        for (Function<ModuleValues, float[]> way : WAYS.subList(0, 4)) {
            Optional<Reading> reading = read(layout, way.apply(values), false, true);
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    private Optional<Reading> read(Layout layout, float[] darkness, boolean mirrored, boolean erasing) {
        for (FormatBits format : FormatBits.read(darkness, layout.side(), erasing ? UNSURE_FORMAT : SURE_FORMAT)) {
            Optional<Reading> reading = new CodewordReader(layout, format, darkness)
                    .read(erasing)
                    .flatMap(modules -> text(modules, mirrored));
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    private Optional<Reading> text(BitMatrix modules, boolean mirrored) {
        try {
            DecoderResult result = decoder.decode(modules);
            // All codewords zero is a valid code without a text, and what a blank wall looks like.
            return result.getText().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Reading(result.getText(), result.getECLevel(), mirrored));
        } catch (ChecksumException | FormatException _) {
            return Optional.empty();
        } catch (RuntimeException _) {
            // ZXing leaves its arrays on some modules that no encoder makes. It is the only place where that may
            // happen, and such a code is as unreadable as any other.
            return Optional.empty();
        }
    }

    private static float[] transposed(float[] values, int side) {
        float[] turned = new float[values.length];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                turned[column * side + row] = values[row * side + column];
            }
        }
        return turned;
    }
}
