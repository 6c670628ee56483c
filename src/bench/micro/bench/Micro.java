package bench;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs all small benches one after another, each in a virtual machine of its own, and prints a table of Markdown. `run`
/// in this folder calls it.
final class Micro {
    private static final int WARM_UP = 4;
    private static final int MEASURED = 6;

    private Micro() {}

    public static void main(String[] patterns) throws RunnerException {
        var options = new OptionsBuilder()
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(WARM_UP)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(MEASURED)
                .measurementTime(TimeValue.seconds(1))
                .forks(1)
                .shouldFailOnError(true);
        for (var pattern : patterns) {
            options.include(pattern);
        }
        print(new Runner(options.build()).run());
    }

    private static void print(Collection<RunResult> results) {
        var least = new TreeMap<String, RunResult>();
        System.out.println("| | of | µs each | ± | a second | growth |");
        System.out.println("|---|---|---|---|---|---|");
        for (var result : results) {
            var label = result.getPrimaryResult().getLabel();
            var smallest = least.computeIfAbsent(label, _ -> result);
            var score = result.getPrimaryResult().getScore();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,.2f | %,.2f | %,.0f | %s |%n",
                    label,
                    parameters(result),
                    score,
                    result.getPrimaryResult().getScoreError(),
                    1_000_000 / score,
                    growth(smallest, result));
        }
    }

    private static String parameters(RunResult result) {
        var parameters = result.getParams();
        return parameters.getParamsKeys().stream().map(parameters::getParam).collect(Collectors.joining(", "));
    }

    /// How many times as long as the smallest vault, of so many times as many entries.
    private static String growth(RunResult smallest, RunResult result) {
        if (!result.getParams().getParamsKeys().contains("entries")) {
            return "";
        }
        double time = result.getPrimaryResult().getScore()
                / smallest.getPrimaryResult().getScore();
        long size = Long.parseLong(result.getParams().getParam("entries"))
                / Long.parseLong(smallest.getParams().getParam("entries"));
        return String.format(Locale.ROOT, "%,.1f × for %,d ×", time, size);
    }
}
