package dev.tessera.vault.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// The real disk, with every call noted, and failing at the calls that a test chooses.
final class TestCalls implements FileCalls {

    private final FileCalls disk = new DiskCalls();
    private final List<String> noted = new ArrayList<>();
    private final IntPredicate fails;
    private final boolean failsAfterwards;

    private TestCalls(IntPredicate fails, boolean failsAfterwards) {
        this.fails = fails;
        this.failsAfterwards = failsAfterwards;
    }

    static TestCalls noting() {
        return new TestCalls(_ -> false, false);
    }

    /// Fails instead of doing the calls with these numbers, from 1.
    static TestCalls failing(IntPredicate fails) {
        return new TestCalls(fails, false);
    }

    /// Does the calls with these numbers and then says that they failed, as a network drive may.
    static TestCalls lying(IntPredicate fails) {
        return new TestCalls(fails, true);
    }

    /// Such as `force .accounts.tessera.TEMPORARY`, in their order.
    List<String> noted() {
        return List.copyOf(noted);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        call("write", file, () -> disk.write(file, bytes));
    }

    @Override
    public void force(Path file) throws IOException {
        call("force", file, () -> disk.force(file));
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        call("createFolder", folder, () -> disk.createFolder(folder));
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        call("link", name, () -> disk.link(name, existing));
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        call("replace", target, () -> disk.replace(source, target));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        call("forceFolder", folder, () -> disk.forceFolder(folder));
    }

    @Override
    public void delete(Path file) throws IOException {
        call("delete", file, () -> disk.delete(file));
    }

    private interface Call {
        void make() throws IOException;
    }

    private void call(String name, Path path, Call call) throws IOException {
        noted.add(name + " "
                + path.getFileName()
                        .toString()
                        .replaceAll("[0-9a-f]{16}\\.tmp$", "TEMPORARY")
                        .replaceAll("-\\d{8}T\\d{6}Z", "-TIME"));
        boolean failsNow = fails.test(noted.size());
        if (!failsNow || failsAfterwards) {
            call.make();
        }
        if (failsNow) {
            throw new FileSystemException(path.toString(), null, "Input/output error");
        }
    }
}
