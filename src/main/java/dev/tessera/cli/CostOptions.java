package dev.tessera.cli;

import dev.tessera.crypto.Argon2id;
import dev.tessera.vault.file.KdfCost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a guess of the passphrase shall cost; measured on this computer unless it is given.
final class CostOptions {
    private static final int MIN_MIB = 19;
    private static final int MAX_MIB = 1024;
    private static final int MAX_ITERATIONS = 16;
    private static final int MAX_MIB_TIMES_ITERATIONS = 4096;

    @Option(
            names = "--kdf-memory",
            paramLabel = "MIB",
            description = "Memory that each guess of the passphrase costs, 19 to 1024 MiB; otherwise measured here.")
    private @Nullable Integer memory;

    @Option(
            names = "--kdf-iterations",
            paramLabel = "N",
            description = "Passes over that memory, 1 to 16; otherwise 3.")
    private @Nullable Integer iterations;

    /// @throws Failure if it is outside of what a vault may have
    void check() throws Failure {
        require("--kdf-memory", mib(), MIN_MIB, MAX_MIB);
        require("--kdf-iterations", passes(), 1, MAX_ITERATIONS);
        if (mib() * passes() > MAX_MIB_TIMES_ITERATIONS) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--kdf-memory times --kdf-iterations is " + mib() * passes(),
                    "it must be at most " + MAX_MIB_TIMES_ITERATIONS);
        }
    }

    /// Takes some seconds where it must be measured.
    Argon2id cost(Surroundings surroundings) {
        if (memory == null && iterations == null) {
            return KdfCost.calibrate(surroundings.clock());
        }
        var cost = new Argon2id(mib() * 1024, passes(), KdfCost.LEAST_FOR_NEW.parallelism());
        if (cost.memoryKib() < KdfCost.LEAST_FOR_NEW.memoryKib()) {
            new Output(surroundings.terminal())
                    .warning(
                            "the passphrase of this vault is easier to guess than usual",
                            "leave --kdf-memory out, or give 64 or more");
        }
        return cost;
    }

    private int mib() {
        return memory == null ? KdfCost.LEAST_FOR_NEW.memoryKib() / 1024 : memory;
    }

    private int passes() {
        return iterations == null ? KdfCost.LEAST_FOR_NEW.iterations() : iterations;
    }

    private static void require(String option, int value, int min, int max) throws Failure {
        if (value < min || value > max) {
            throw new Failure(ExitCode.USAGE, option + " is " + value, "it must be " + min + " to " + max);
        }
    }
}
