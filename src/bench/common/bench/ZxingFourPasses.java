package bench;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The most that ZXing does on its own: both thresholds, as it is and inverted, all codes.
public final class ZxingFourPasses {
    private ZxingFourPasses() {}

    public static Set<String> read(BufferedImage image) {
        Set<String> texts = new LinkedHashSet<>();
        LuminanceSource upright = new BufferedImageLuminanceSource(image);
        for (var source : List.of(upright, upright.invert())) {
            for (var binarizer : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
                try {
                    for (var result : new QRCodeMultiReader()
                            .decodeMultiple(new BinaryBitmap(binarizer), Map.of(DecodeHintType.TRY_HARDER, true))) {
                        texts.add(result.getText());
                    }
                } catch (NotFoundException | RuntimeException nothing) {
                    // The next pass may see more.
                }
            }
        }
        return texts;
    }
}
