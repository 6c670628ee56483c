package dev.tessera.desktop.control;

import java.util.concurrent.Executor;

/// Where view models run things, so that tests need no toolkit and no waiting.
///
/// @param work for all that takes longer than a frame: key derivation, saves, reading pictures; one after another
/// @param ui the thread of the nodes and of every view model, `Platform::runLater` in a window
/// @param later for what happens after a while
public record Threads(Executor work, Executor ui, Later later) {}
