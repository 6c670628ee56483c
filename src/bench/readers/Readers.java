import bench.ZxingFourPasses;
import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.io.image.ConvertBufferedImage;
import boofcv.struct.image.GrayU8;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.tessera.scan.ImageFile;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrSymbol;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Several readers on the same pictures, one after another on one thread, in one run. Prints a line for each picture and
/// reader: reader, file, milliseconds, and each text in hexadecimal, parted by tabs. `run` in this folder calls it.
final class Readers {
    /// Reads all codes of a picture.
    interface Reader {
        List<String> read(BufferedImage image) throws IOException;
    }

    private static final Map<String, Reader> READERS = new LinkedHashMap<>();

    static {
        var tessera = new QrDecoder();
        READERS.put(
                "Tessera",
                image -> tessera.decode(image).symbols().stream().map(QrSymbol::text).toList());
        READERS.put("ZXing", image -> zxing(image, Map.of()));
        READERS.put("ZXing, TRY_HARDER", image -> zxing(image, Map.of(DecodeHintType.TRY_HARDER, true)));
        READERS.put("ZXing, four passes", image -> List.copyOf(ZxingFourPasses.read(image)));
        var boofcv = FactoryFiducial.qrcode(null, GrayU8.class);
        READERS.put("BoofCV 1.2.2", image -> boofcv(boofcv, image));
    }

    private Readers() {}

    public static void main(String[] files) throws IOException {
        // Once unseen, so that none of them is measured cold.
        run(files, Math.min(60, files.length), false);
        run(files, files.length, true);
    }

    private static void run(String[] files, int count, boolean printed) throws IOException {
        for (int i = 0; i < count; i++) {
            var image = ImageFile.readFirst(Path.of(files[i]));
            for (var reader : READERS.entrySet()) {
                long start = System.nanoTime();
                var texts = reader.getValue().read(image);
                long millis = (System.nanoTime() - start) / 1_000_000;
                if (printed) {
                    print(reader.getKey(), files[i], millis, texts);
                }
            }
        }
    }

    private static void print(String reader, String file, long millis, List<String> texts) {
        var line = new StringBuilder(reader + "\t" + file + "\t" + millis);
        for (var text : texts) {
            line.append('\t').append(java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
        }
        System.out.println(line);
    }

    private static List<String> zxing(BufferedImage image, Map<DecodeHintType, ?> hints) {
        try {
            var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
            return List.of(new QRCodeReader().decode(bitmap, hints).getText());
        } catch (com.google.zxing.ReaderException | RuntimeException nothing) {
            return List.of();
        }
    }

    private static List<String> boofcv(QrCodeDetector<GrayU8> detector, BufferedImage image) {
        detector.process(ConvertBufferedImage.convertFrom(image, (GrayU8) null));
        return detector.getDetections().stream().map(code -> code.message).toList();
    }
}
