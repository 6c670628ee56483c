package dev.tessera.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.bus.TestBus;
import dev.tessera.bus.TestService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real buses with the signals that logind and screen savers send.
@Timeout(60)
class PresenceTest {
    private static final String OTHER = "/org/freedesktop/login1/session/_38";

    private enum Told {
        LOCKED,
        SLEEP
    }

    @TempDir
    private Path folder;

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final Presence.Listener listener = new Presence.Listener() {
        @Override
        public void sessionLocked() {
            told.add(Told.LOCKED);
        }

        @Override
        public void aboutToSleep() {
            told.add(Told.SLEEP);
        }
    };

    private TestComputer computer;
    private Presence presence;

    @BeforeEach
    void start() throws IOException {
        computer = TestComputer.start(folder);
        presence = computer.presence();
    }

    @AfterEach
    void end() throws IOException {
        if (presence != null) {
            presence.close();
            computer.close();
        }
    }

    @Test
    void tellsWhenTheSessionIsToBeLocked() throws Exception {
        presence.listen(listener);
        computer.lock();
        assertThat(next()).isEqualTo(Told.LOCKED);
    }

    @Test
    void tellsWhenTheDesktopHasLockedTheSession() throws Exception {
        presence.listen(listener);
        computer.hint(TestComputer.SESSION, "LockedHint", false);
        computer.hint(TestComputer.SESSION, "IdleHint", true);
        assertNothingToldYet();
        computer.hint(TestComputer.SESSION, "LockedHint", true);
        assertThat(next()).isEqualTo(Told.LOCKED);
    }

    @Test
    void tellsBeforeSleepingAndNotAfter() throws Exception {
        presence.listen(listener);
        computer.sleep(true);
        computer.sleep(false);
        computer.lock();
        assertThat(next()).isEqualTo(Told.SLEEP);
        assertThat(next()).isEqualTo(Told.LOCKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.freedesktop.ScreenSaver",
                "org.gnome.ScreenSaver",
                "org.cinnamon.ScreenSaver",
                "org.mate.ScreenSaver",
                "org.xfce.ScreenSaver"
            })
    void tellsWhenAScreenSaverComesOn(String name) throws Exception {
        computer.saver().take(name);
        presence.listen(listener);
        String path = "/" + name.replace('.', '/');
        computer.saver().signal(path, name, "ActiveChanged", "b", false);
        computer.saver().signal(path, name, "ActiveChanged", "b", true);
        assertThat(next()).isEqualTo(Told.LOCKED);
        assertNothingToldYet();
    }

    @Test
    void otherSessionsAreNotOurs() throws Exception {
        presence.listen(listener);
        TestComputer.lock(computer.logindService(), OTHER);
        computer.hint(OTHER, "LockedHint", true);
        assertNothingToldYet();
    }

    @Test
    void nobodyElseSpeaksForTheLogInService() throws Exception {
        presence.listen(listener);
        try (var other = TestService.start(computer.systemBus())) {
            TestComputer.lock(other, TestComputer.SESSION);
            assertNothingToldYet();
        }
    }

    @Test
    void findsTheSessionByTheEnvironment() throws Exception {
        computer.knowsPid = false;
        presence = computer.presence(Optional.of(computer.id()));
        presence.listen(listener);
        computer.lock();
        assertThat(next()).isEqualTo(Told.LOCKED);
    }

    @Test
    void findsTheSessionOfTheUserWhereTheEnvironmentIsOfAnEarlierOne() throws Exception {
        computer.knowsPid = false;
        computer.knowsAuto = true;
        presence = computer.presence(Optional.of("3"));
        presence.listen(listener);
        computer.lock();
        assertThat(next()).isEqualTo(Told.LOCKED);
    }

    @Test
    void tellsOfSleepWithoutASession() throws Exception {
        computer.knowsPid = false;
        presence.listen(listener);
        computer.lock();
        assertNothingToldYet();
    }

    @Test
    void listeningTwiceTellsOnce() throws Exception {
        presence.listen(listener);
        presence.listen(listener);
        computer.lock();
        assertThat(next()).isEqualTo(Told.LOCKED);
        assertNothingToldYet();
    }

    @Test
    void aBusThatEndsIsListenedToAnewWhenAsked() throws Exception {
        computer.saver().take("org.gnome.ScreenSaver");
        presence.listen(listener);
        computer.endSystemBus();
        computer.saver().signal("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "b", true);
        assertThat(next()).isEqualTo(Told.LOCKED);
        computer.startSystemBusAnew();
        do {
            presence.listen(listener); // until it has noticed that the bus has ended
        } while (!computer.isListenedTo());
        computer.lock();
        assertThat(next()).isEqualTo(Told.LOCKED);
    }

    @Test
    void withoutAnyBusItDoesNothingUntilThereIsOne() throws Exception {
        computer.endSystemBus();
        var nowhere = folder.toRealPath().resolve("nowhere");
        presence = new LinuxPresence(
                computer.systemBus(), Optional.of(TestBus.addressIn(nowhere)), new Logind.Own(0, Optional.empty()));
        presence.listen(listener);
        computer.startSystemBusAnew();
        presence.listen(listener);
        assertNothingToldYet();
    }

    @Test
    void closedItLeavesTheBusForGood() throws Exception {
        presence.listen(listener);
        assertThat(computer.isListenedTo()).isTrue();
        presence.close();
        presence.listen(listener);
        while (computer.isListenedTo()) {
            Thread.onSpinWait(); // each look is a call to the bus, which has to notice
        }
    }

    /// The events come in the order in which the bus took them, so that the sleep would be later.
    private void assertNothingToldYet() throws Exception {
        computer.sleep(true);
        assertThat(next()).isEqualTo(Told.SLEEP);
    }

    private Told next() throws InterruptedException {
        return Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS), "nothing was told");
    }
}
