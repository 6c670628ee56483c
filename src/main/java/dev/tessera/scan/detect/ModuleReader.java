package dev.tessera.scan.detect;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.QRCodeDecoderMetaData;
import java.util.Optional;

/// The modules of a code to its text: ZXing undoes mask and errors and knows the modes and character sets.
final class ModuleReader {
    private final Decoder decoder = new Decoder();

    /// @param mirrored whether the code is seen from behind
    record Reading(String text, String errorCorrection, boolean mirrored) {}

    Optional<Reading> read(BitMatrix modules) {
        try {
            DecoderResult result = decoder.decode(modules);
            boolean mirrored = result.getOther() instanceof QRCodeDecoderMetaData seen && seen.isMirrored();
            return Optional.of(new Reading(result.getText(), result.getECLevel(), mirrored));
        } catch (ChecksumException | FormatException _) {
            return Optional.empty();
        } catch (RuntimeException _) {
            // ZXing leaves its arrays on some modules that no encoder makes. It is the only place where that may
            // happen, and such a code is as unreadable as any other.
            return Optional.empty();
        }
    }
}
