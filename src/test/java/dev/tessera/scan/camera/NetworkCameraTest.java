package dev.tessera.scan.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.scan.QrEncoder;
import dev.tessera.scan.Tools;
import dev.tessera.scan.camera.CameraException.Fault;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Network cameras, right and wrong, on loopback.
class NetworkCameraTest {
    private static final String ONE = "otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP";
    private static final String TWO = "otpauth://totp/Example:bob?secret=GEZDGNBVGY3TQOJQ";

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<ServerSocket> servers = new ArrayList<>();

    @AfterEach
    void end() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: %d\r\n", "", "Content-Length: 7\r\n"})
    void aStreamIsReadWhateverItSaysOfItsLengths(String length) throws Exception {
        var address = serve(output -> {
            head(output, "200 OK", "multipart/x-mixed-replace; boundary=x");
            for (var text : List.of(ONE, TWO)) {
                var jpeg = jpeg(text);
                output.write("--x\r\nContent-Type: image/jpeg\r\n".getBytes(StandardCharsets.US_ASCII));
                output.write((length.formatted(jpeg.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                output.write(jpeg);
                output.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            output.flush();
            awaitEnd();
        });
        var watched = new Watched();
        try (var _ = CameraWatch.start(NetworkCamera.at(address), watched)) {
            // A slow reader may see the second alone: the newest counts.
            assertThat(watched.texts(1)).isSubsetOf(ONE, TWO).hasSize(1);
        }
    }

    @Test
    void aCameraThatSendsOnePictureAnAnswerIsAskedAgain() throws Exception {
        var address = serve(output -> {
            head(output, "200 OK", "image/jpeg");
            output.write(jpeg(requests.size() < 3 ? "https://example.org" : ONE));
        });
        var watched = new Watched();
        try (var _ = CameraWatch.start(NetworkCamera.at(address), watched)) {
            var seen = watched.texts(1);
            while (!seen.contains(ONE)) {
                seen = watched.texts(1);
            }
        }
        assertThat(requests).hasSizeGreaterThanOrEqualTo(3);
    }

    /// ffmpeg plays the phone: it reads the pictures of a film from its input and serves them as MJPEG.
    @Test
    void theStreamOfAnotherProgramIsRead(@TempDir Path folder) throws Exception {
        Tools.need("ffmpeg", "Debian's package ffmpeg");
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        var address = "http://127.0.0.1:" + port + "/video";
        var film = Films.oneAfterAnother(6, Films.wall(), Films.shaking(ONE));
        for (int i = 0; i < 12; i++) {
            ImageIO.write(
                    film.apply(i),
                    "png",
                    folder.resolve("%02d.png".formatted(i)).toFile());
        }
        var ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-loglevel",
                        "error",
                        "-nostdin",
                        "-re",
                        "-stream_loop",
                        "-1",
                        "-framerate",
                        "25",
                        "-i",
                        folder.resolve("%02d.png").toString(),
                        "-q:v",
                        "4",
                        "-f",
                        "mpjpeg",
                        "-listen",
                        "1",
                        address)
                .inheritIO()
                .start();
        try {
            var watched = new Watched();
            try (var _ = watchOnceItListens(address, watched)) {
                assertThat(watched.texts(1)).containsExactly(ONE);
                ffmpeg.destroy();
                assertThat(watched.failure().fault()).isIn(Fault.UNPLUGGED, Fault.SILENT);
            }
        } finally {
            ffmpeg.destroyForcibly();
        }
    }

    private static CameraWatch watchOnceItListens(String address, Watched watched) throws Exception {
        var deadline = Instant.now().plusSeconds(20);
        while (true) {
            try {
                var stream = NetworkCamera.at(address).open();
                return CameraWatch.start(new AlreadyOn(stream), watched);
            } catch (CameraException notYet) {
                assertThat(Instant.now()).as(notYet.getMessage()).isBefore(deadline);
                Thread.sleep(50);
            }
        }
    }

    private record AlreadyOn(CameraStream open) implements Camera {
        @Override
        public String name() {
            return "ffmpeg";
        }
    }

    @Test
    void nameAndPasswordGoIntoTheHeaderAndIntoNoMessage() throws Exception {
        var address = serve(output -> head(output, "401 Unauthorized", "text/html"))
                .replace("http://", "http://ann:open%20sesame@");
        var camera = NetworkCamera.at(address);
        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(camera::open)
                .matches(refused -> refused.fault() == Fault.FORBIDDEN)
                .withMessageContaining("asks for a user name and password")
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain("sesame"));
        assertThat(camera.name()).startsWith("127.0.0.1:").doesNotContain("ann");
        assertThat(requests.getFirst()).contains("Authorization: Basic YW5uOm9wZW4gc2VzYW1l");
    }

    @ParameterizedTest
    @CsvSource({
        "404 Not Found, NO_CAMERA, 'answers, but not at that address'",
        "503 Busy, BUSY, 'is busy'",
        "500 Oops, NO_CAMERA, 'refused with status 500'"
    })
    void aRefusalIsToldWithTheNextStep(String status, Fault fault, String words) throws Exception {
        var camera = NetworkCamera.at(serve(output -> head(output, status, "text/plain")));
        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(camera::open)
                .withMessageContaining(words)
                .matches(refused -> refused.fault() == fault);
    }

    @Test
    void aPageIsNoVideo() throws Exception {
        var camera = NetworkCamera.at(serve(output -> {
            head(output, "200 OK", "text/html");
            output.write("<html>".getBytes(StandardCharsets.US_ASCII));
        }));
        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(camera::open)
                .withMessageContaining("something other than pictures");
    }

    @Test
    void bytesWithoutAPictureAreNoVideo() throws Exception {
        var address = serve(output -> {
            head(output, "200 OK", "application/octet-stream");
            output.write(new byte[5000]);
        });
        var watched = new Watched();
        try (var _ = CameraWatch.start(NetworkCamera.at(address), watched)) {
            assertThat(watched.failure()).hasMessageContaining("something other than pictures");
        }
    }

    @Test
    void aConnectionThatBreaksIsNamedSo() throws Exception {
        var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        servers.add(server);
        var address = serve(server, output -> {
            head(output, "200 OK", "multipart/x-mixed-replace; boundary=x");
            output.write(jpeg(ONE));
            output.flush();
            server.close();
        });
        var watched = new Watched();
        try (var _ = CameraWatch.start(NetworkCamera.at(address), watched)) {
            assertThat(watched.texts(1)).containsExactly(ONE);
            assertThat(watched.failure())
                    .hasMessageEndingWith("was lost. Check that its app is still open, then start the camera again.");
        }
    }

    @Test
    void whereNothingAnswersThatIsSaid() throws Exception {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(NetworkCamera.at("http://127.0.0.1:" + port + "/video")::open)
                .withMessage(
                        "Nothing answers at 127.0.0.1:%d. Check that the camera app is running, and that the phone and"
                                        .formatted(port)
                                + " the computer are on the same network.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http:///video", "http://a b/", "https://user:pass word@host/"})
    void whatIsNoAddressIsNotToldAgain(String address) {
        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> NetworkCamera.at(address))
                .withMessage("That is not the address of a camera. It begins with http:// and looks like"
                        + " http://192.168.1.20:8080/video.")
                .withNoCause();
    }

    private interface Answer {
        void write(OutputStream output) throws Exception;
    }

    private String serve(Answer answer) throws IOException {
        var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        servers.add(server);
        return serve(server, answer);
    }

    private String serve(ServerSocket server, Answer answer) {
        Thread.ofPlatform().daemon().start(() -> {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    requests.add(request(socket));
                    answer.write(socket.getOutputStream());
                } catch (Exception _) {
                    // The camera hung up, or the test is over.
                }
            }
        });
        return "http://127.0.0.1:" + server.getLocalPort() + "/video";
    }

    private static String request(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var request = new StringBuilder();
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            request.append(line).append('\n');
        }
        return request.toString();
    }

    private static void head(OutputStream output, String status, String type) throws IOException {
        output.write("HTTP/1.1 %s\r\nContent-Type: %s\r\nConnection: close\r\n\r\n"
                .formatted(status, type)
                .getBytes(StandardCharsets.US_ASCII));
    }

    /// Keeps the connection open until the test is over.
    private void awaitEnd() throws InterruptedException {
        while (servers.stream().noneMatch(ServerSocket::isClosed)) {
            Thread.sleep(20);
        }
    }

    private static byte[] jpeg(String text) throws IOException {
        var code = QrEncoder.image(text, 6);
        var grey = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(code, 0, 0, null);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(grey, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
