package dev.tessera.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The three steps of the way in, as a page shows them.
enum Steps {
    PASSWORD(1, "Password"),
    SCAN(2, "Scan"),
    VERIFY(3, "Verify");

    private final int number;
    private final String label;

    Steps(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /// All steps, with this one as the current.
    Map<String, Object> asCurrent() {
        return upTo(number);
    }

    /// All steps, each of them done.
    static Map<String, Object> allDone() {
        return upTo(values().length + 1);
    }

    private static Map<String, Object> upTo(int current) {
        List<Map<String, Object>> steps = Arrays.stream(values())
                .map(step -> Map.<String, Object>of(
                        "number",
                        step.number,
                        "label",
                        step.label,
                        "done",
                        step.number < current,
                        "current",
                        step.number == current))
                .toList();
        return Map.of("step", steps);
    }
}
