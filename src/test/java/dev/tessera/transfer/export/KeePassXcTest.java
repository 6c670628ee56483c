package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.Tools;
import dev.tessera.transfer.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// KeePassXC itself makes codes of what is written for it. Its command line reads no CSV, so each row comes to it as an
/// entry of its XML: the cells are the same.
class KeePassXcTest {
    private static final String PASSWORD = "own";

    @TempDir
    private Path folder;

    @BeforeEach
    void needIt() {
        Tools.need("keepassxc-cli", "on Debian apt install keepassxc");
    }

    private String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write((PASSWORD + "\n" + PASSWORD + "\n").getBytes(UTF_8));
        }
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return out.strip();
    }

    private Path database(List<CsvTable.Row> rows) throws IOException, InterruptedException {
        var xml = new StringBuilder("<KeePassFile><Meta><Generator>test</Generator></Meta><Root><Group>"
                + "<UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID><Name>Root</Name>");
        for (int i = 0; i < rows.size(); i++) {
            xml.append("<Entry><UUID>AAAAAAAAAAAAAAAAAAAA")
                    .append((char) ('B' + i))
                    .append("g==</UUID>")
                    .append(field("Title", "entry" + i))
                    .append(field("otp", rows.get(i).text("totp")))
                    .append("</Entry>");
        }
        var file = Files.writeString(folder.resolve("in.xml"), xml + "</Group></Root></KeePassFile>");
        var database = folder.resolve("out.kdbx");
        run("keepassxc-cli", "import", "-q", "-p", "-t", "100", file.toString(), database.toString());
        return database;
    }

    private static String field(String key, String value) {
        return "<String><Key>" + key + "</Key><Value>" + value.replace("&", "&amp;") + "</Value></String>";
    }

    @Test
    void itMakesTheSameCodes() throws IOException, InterruptedException {
        var plan = ReadBack.plan(new KeePassXcWriter(), Samples.vault(Samples.ofEachKind()));
        var rows = CsvTable.parse(new String(ReadBack.written(plan).getFirst(), UTF_8))
                .named();
        assertThat(rows).hasSize(4);
        var database = database(rows);
        for (int i = 0; i < rows.size(); i++) {
            var credential = plan.written().get(i).account().credential();
            var before = credential.codeAt(Instant.now()).text();
            var code = run("keepassxc-cli", "show", "-q", "-t", database.toString(), "entry" + i);
            // A time step may end while it computes.
            assertThat(code).isIn(before, credential.codeAt(Instant.now()).text());
        }
    }
}
