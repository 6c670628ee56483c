package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing that was answered is lost, and no code counts twice, when the server is killed.
///
/// `-Dtessera.server.kills=100` kills it so often, on each database.
class KilledServerTest {
    private static final int KILLS = Integer.getInteger("tessera.server.kills", 3);

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void losesNothingThatWasAnsweredAndTakesNoCodeTwice(
            Databases databases, @TempDir Path folder, TestReporter reporter)
            throws IOException, InterruptedException, ExecutionException {
        var database = databases == Databases.H2
                ? Optional.<String>empty()
                : Optional.of(PostgresCluster.running().newUrl());
        try (var rounds = new KillRounds(folder.resolve("data"), database)) {
            var told = rounds.run(KILLS);
            assertThat(told.invitations() + told.logIns()).isPositive();
            reporter.publishEntry(told.toString());
        }
    }
}
