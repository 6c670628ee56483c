import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.util.Random;

/// A window as large as the screen, full of small text, with a QR code of 300 dots; tells when it is there, and stays.
class Screenful {
    private static final String LINK =
            "otpauth://totp/Harbour:ann@example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Harbour";
    private static final int WIDTH = 3840;
    private static final int HEIGHT = 2160;
    private static final int CODE = 300;
    private static final int LEFT = 2660;
    private static final int TOP = 1460;

    public static void main(String[] arguments) throws Exception {
        var picture = picture();
        var window = new Window(null) {
            @Override
            public void paint(Graphics graphics) {
                graphics.drawImage(picture, 0, 0, null);
                System.out.println("shown"); // to the script, which waits for it
            }
        };
        window.setBounds(0, 0, WIDTH, HEIGHT);
        window.setFocusableWindowState(false);
        window.setVisible(true);
        window.toBack();
    }

    private static BufferedImage picture() throws Exception {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        var random = new Random(1);
        for (int y = 40; y < HEIGHT; y += 34) {
            var line = new StringBuilder();
            while (line.length() < 300) {
                line.append((char) ('a' + random.nextInt(26))).append(random.nextInt(6) == 0 ? " " : "");
            }
            pen.drawString(line.toString(), 20, y);
        }
        pen.setColor(Color.WHITE);
        pen.fillRect(LEFT - 60, TOP - 60, CODE + 120, CODE + 120);
        var modules = new QRCodeWriter().encode(LINK, BarcodeFormat.QR_CODE, CODE, CODE);
        for (int y = 0; y < CODE; y++) {
            for (int x = 0; x < CODE; x++) {
                picture.setRGB(LEFT + x, TOP + y, modules.get(x, y) ? 0 : 0xffffff);
            }
        }
        return picture;
    }
}
