package dev.tessera.scan;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads every QR code of a picture, dark on light and light on dark.
public final class QrDecoder {
    /// Reads `image`, which stays as it is.
    public ScanResult decode(BufferedImage image) {
        LuminanceSource source = new BufferedImageLuminanceSource(image);
        List<QrSymbol> symbols = new ArrayList<>();
        symbols.addAll(read(source, "zxing"));
        symbols.addAll(read(source.invert(), "zxing inverted"));
        return new ScanResult(
                symbols, symbols.isEmpty() ? Optional.of(NotFoundReason.NO_FINDER_PATTERN) : Optional.empty());
    }

    private static List<QrSymbol> read(LuminanceSource source, String readBy) {
        try {
            Result[] results = new QRCodeMultiReader()
                    .decodeMultiple(
                            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(results).map(result -> symbol(result, readBy)).toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }

    private static QrSymbol symbol(Result result, String readBy) {
        List<QrSymbol.Corner> corners = Arrays.stream(result.getResultPoints())
                .map(point -> new QrSymbol.Corner(point.getX(), point.getY()))
                .toList();
        Object level = result.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL);
        return new QrSymbol(result.getText(), corners, 1, String.valueOf(level), readBy);
    }
}
