package dev.tessera.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many at once, all let go at one moment.
final class Parallel {
    /// One of the many.
    @FunctionalInterface
    interface Work<T> {
        T result(int number) throws Exception;
    }

    private Parallel() {}

    static <T> List<T> run(int times, Work<T> work) throws InterruptedException, ExecutionException {
        var gate = new CountDownLatch(1);
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                Callable<T> waiting = () -> {
                    gate.await();
                    return work.result(number);
                };
                running.add(threads.submit(waiting));
            }
            gate.countDown();
            for (var one : running) {
                results.add(one.get());
            }
        }
        return results;
    }
}
