package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A key for TLS with a certificate for `localhost`, signed by itself.
final class TestKeystore {
    static final String PASSWORD = "changeit";

    private TestKeystore() {}

    /// Makes `server.p12` and the file `password`.
    static Network.Keystore in(Path folder) throws IOException, InterruptedException {
        var keystore = folder.resolve("server.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor())
                .as(new String(made.getInputStream().readAllBytes(), UTF_8))
                .isZero();
        var password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        return new Network.Keystore(keystore, password);
    }
}
