package dev.tessera.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tessera scan`. Nothing in this class names a picture: picocli looks at each command at every start, and AWT
/// is not to be loaded for `tessera code`.
@Command(
        name = "scan",
        description =
                "Read the QR codes on the screen, in front of a camera, on the clipboard or in pictures, and show "
                        + "what they are.",
        footer = {"", "Examples: tessera scan --screen --add", "          tessera scan --camera --add"})
final class ScanCommand implements Callable<Integer> {
    private static final int MAX_TIMEOUT = 86_400;

    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Picture files.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--screen", description = "Read all screens.")
    private boolean screen;

    @Option(
            names = "--region",
            paramLabel = "WxH+X+Y",
            description = "Read a part of the screens, enlarged if necessary: width, height, left and top in pixels,"
                    + " such as 400x300+120+80.")
    private @Nullable String region;

    @Option(names = "--clipboard", description = "Read the picture on the clipboard.")
    private boolean clipboard;

    @Option(
            names = "--camera",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "NAME",
            description =
                    "Look through a camera, until it sees an account or all parts of an export. NAME is a part of its"
                            + " name, or the address of a network camera, such as a phone's:"
                            + " http://192.168.1.20:8080/video; without it, the first camera.")
    private @Nullable String camera;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to look through the camera. Default: ${DEFAULT-VALUE}.")
    private int timeout;

    @Option(names = "--raw", description = "Print the text of every QR code, whatever it says, including secrets.")
    private boolean raw;

    @Option(names = "--add", description = "Add all accounts found to the vault.")
    private boolean add;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    ScanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Failure {
        if (!screen && region == null && !clipboard && camera == null && files.isEmpty()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "there is nothing to scan",
                    "give picture files, --screen, --region, --camera or --clipboard");
        }
        if (timeout < 1 || timeout > MAX_TIMEOUT) {
            throw new Failure(ExitCode.USAGE, "--timeout is out of range", "give seconds from 1 to " + MAX_TIMEOUT);
        }
        if (raw && add) {
            throw new Failure(ExitCode.USAGE, "--raw and --add cannot be used together", "leave one of them out");
        }
        var output = new Output(surroundings.terminal());
        var source = new Pictures(surroundings.devices());
        var pictures = source.of(screen, clipboard, files);
        if (region != null) {
            pictures.addAll(source.region(ScreenRegion.parse(region)));
        }
        if (camera != null) {
            pictures.add(source.camera(camera, Duration.ofSeconds(timeout), raw, output));
        }
        if (raw) {
            return new RawScan(output, json.isGiven()).run(pictures).number();
        }
        var found = AccountScan.of(pictures, output);
        var told = add ? new ScanAdding(surroundings, vault).add(found) : found;
        return told.tell(json.isGiven()).number();
    }
}
