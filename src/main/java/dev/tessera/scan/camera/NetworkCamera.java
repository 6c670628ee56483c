package dev.tessera.scan.camera;

import dev.tessera.scan.camera.CameraException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// A camera that sends its pictures over HTTP, as the network camera apps of phones do: a stream of JPEG pictures
/// (MJPEG, `multipart/x-mixed-replace`), or one picture for each request.
final class NetworkCamera implements Camera {
    private final URI address;
    private final String authorization;

    private NetworkCamera(URI address, String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    static boolean isAddress(String text) {
        String start = text.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    /// @param address `http://[user:password@]host[:port][/path]`
    /// @throws CameraException if it is no such address
    static NetworkCamera at(String address) throws CameraException {
        try {
            URI uri = new URI(address.strip());
            if (uri.getHost() == null) {
                throw noAddress();
            }
            String user = uri.getUserInfo();
            String authorization = user == null
                    ? ""
                    : "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            URI bare =
                    new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), uri.getQuery(), null);
            return new NetworkCamera(bare, authorization);
        } catch (URISyntaxException _) {
            // Without the cause: its message holds the address, and that may hold a password.
            throw noAddress();
        }
    }

    private static CameraException noAddress() {
        return new CameraException(
                Fault.NO_CAMERA,
                "That is not the address of a camera. It begins with http:// and looks like "
                        + "http://192.168.1.20:8080/video.");
    }

    @Override
    public String name() {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    @Override
    public CameraStream open() throws CameraException {
        var connection = new Connection();
        try {
            return new NewestPicture(name(), connection.frames(), connection);
        } catch (CameraException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private CameraException unreachable(Throwable cause) {
        return new CameraException(
                Fault.SILENT,
                ("Nothing answers at %s. Check that the camera app is running, and that the phone and the computer "
                                + "are on the same network.")
                        .formatted(name()),
                cause);
    }

    private CameraException refused(int status) {
        return switch (status) {
            case 401, 403 ->
                new CameraException(
                        Fault.FORBIDDEN,
                        "%s asks for a user name and password. Put them into the address: http://user:password@%s/…"
                                .formatted(name(), name()));
            case 404 ->
                new CameraException(
                        Fault.NO_CAMERA,
                        ("%s answers, but not at that address. The app shows the address of the video; it often ends "
                                        + "in /video.")
                                .formatted(name()));
            case 503 ->
                new CameraException(
                        Fault.BUSY, "%s is busy. Close the other program or page that uses it.".formatted(name()));
            default ->
                new CameraException(
                        Fault.NO_CAMERA, "%s refused with status %d. See what the app says.".formatted(name(), status));
        };
    }

    private CameraException noPictures() {
        return new CameraException(
                Fault.NO_CAMERA,
                ("%s answers with something other than pictures. The app shows the address of the video;"
                                + " it often ends in /video.")
                        .formatted(name()));
    }

    /// Requests to the camera, one after another.
    private final class Connection implements NewestPicture.Source {
        private final HttpClient client = HttpClient.newBuilder()
                // Small servers take the offer of a newer version for a mistake.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Cameras.PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        @Override
        public JpegFrames frames() throws CameraException {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Cameras.PATIENCE);
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            try {
                HttpResponse<InputStream> response =
                        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                String type = response.headers().firstValue("Content-Type").orElse("");
                if (response.statusCode() != 200 || type.startsWith("text/")) {
                    response.body().close();
                    throw response.statusCode() == 200 ? noPictures() : refused(response.statusCode());
                }
                return new JpegFrames(response.body());
            } catch (CameraException ours) {
                throw ours;
            } catch (IOException | UnresolvedAddressException silent) {
                throw unreachable(silent);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw unreachable(new IOException("called off"));
            }
        }

        @Override
        public CameraException noPictures() {
            return NetworkCamera.this.noPictures();
        }

        /// Ends the running request, too.
        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
