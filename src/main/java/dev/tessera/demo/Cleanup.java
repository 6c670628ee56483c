package dev.tessera.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/// What is to be undone, the latest first, once.
final class Cleanup {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    void add(Runnable step) {
        steps.push(step);
    }

    void run() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
