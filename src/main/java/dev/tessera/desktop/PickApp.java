package dev.tessera.desktop;

import dev.tessera.agent.AgentClient;
import dev.tessera.agent.NoAnswerException;
import dev.tessera.agent.Question;
import dev.tessera.agent.Reply;
import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.pick.PickViewModel;
import dev.tessera.desktop.pick.PickViewModel.Phase;
import dev.tessera.desktop.settings.Setting;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.socket.SocketFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// The search for one code as a program: starts the toolkit, and returns when it was left, or when the clipboard is
/// cleared of the code that was copied.
public final class PickApp {
    private final Path vaultFile;
    private final Optional<Path> sockets = SocketFolder.of(System.getenv(), System.getProperty("tessera.state"));
    private final ExecutorService work = Executors.newSingleThreadExecutor(thread("tessera-work"));
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(thread("tessera-later"));
    private final CountDownLatch ended = new CountDownLatch(1);

    private PickApp(Path vaultFile) {
        this.vaultFile = vaultFile;
    }

    /// Shows it and waits for its end.
    ///
    /// @param vaultFile the vault, which a window or an agent has open, or nobody
    /// @throws NoDesktopException if there is no display, or the system lacks a library
    public static void run(Path vaultFile) throws NoDesktopException {
        new PickApp(vaultFile).run();
    }

    private void run() throws NoDesktopException {
        FxToolkit.start();
        try {
            Platform.runLater(this::open);
            ended.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            later.shutdownNow();
            Platform.exit();
            work.shutdown();
        }
    }

    private void open() {
        Platform.setImplicitExit(false);
        var settings = Settings.ofThisComputer(work, Platform::runLater);
        var model = new PickViewModel(
                this::ask,
                new PickViewModel.Around(
                        new Threads(work, Platform::runLater, Later.on(later)),
                        new SystemPasteboard(),
                        InstantSource.system(),
                        () -> settings.of(Setting.CLIPBOARD).get(),
                        window()));
        model.look();
        model.phaseProperty().subscribe(phase -> {
            if (phase == Phase.ENDED) {
                ended.countDown();
            }
        });
        new PickWindow(new Stage(StageStyle.UNDECORATED), model, settings).show();
    }

    private Optional<Reply> ask(Question question) throws NoAnswerException {
        return sockets.isPresent() ? AgentClient.ask(sockets.get(), vaultFile, question) : Optional.empty();
    }

    /// By the launcher, as a process of its own: where the vault has a window, that one comes to the front.
    private Optional<Runnable> window() {
        return Optional.ofNullable(System.getProperty("tessera.launcher")).map(launcher -> () -> {
            try {
                var vault = vaultFile.toAbsolutePath().toString();
                new ProcessBuilder(launcher, "--vault", vault)
                        .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException _) {
                // The launcher has gone since it has started this: there is nobody to be told in a window that closes.
            }
        });
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static ThreadFactory thread(String name) {
        return Thread.ofPlatform().name(name).daemon().factory();
    }
}
