package dev.tessera.vault.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A disk that may lose power after any call. It does each call for real, notes it, and tells afterwards every state in
/// which the folder may be found: content that was not forced is there, lost or torn; each change of a name in a folder
/// that was not forced since has happened or not, whatever became of the others.
final class PowerLoss implements FileCalls {
    private static final List<UnaryOperator<byte[]>> FATES = List.of(
            whole -> whole,
            _ -> new byte[0],
            whole -> Arrays.copyOf(whole, whole.length / 2),
            whole -> Arrays.copyOf(Arrays.copyOf(whole, whole.length / 2), whole.length));

    private final FileCalls disk = new DiskCalls();
    private final Map<Path, Content> atFirst = new HashMap<>();
    private final Map<Path, Content> now;
    private final List<Step> steps = new ArrayList<>();

    private final boolean keepsPromises;

    /// @param root what is in it now is on the disk
    PowerLoss(Path root) throws IOException {
        this(root, true);
    }

    /// @param keepsPromises whether what was forced stays
    PowerLoss(Path root, boolean keepsPromises) throws IOException {
        this.keepsPromises = keepsPromises;
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                atFirst.put(file, new Content(Files.readAllBytes(file)));
            }
        }
        now = new HashMap<>(atFirst);
    }

    /// Every state after power was lost behind any of the calls: the bytes of each file.
    Set<Map<Path, ByteBuffer>> states() {
        var states = new HashSet<Map<Path, ByteBuffer>>();
        for (int done = 0; done <= steps.size(); done++) {
            addStates(done, states);
        }
        return states;
    }

    /// Every state after power was lost when all calls had returned.
    Set<Map<Path, ByteBuffer>> statesAtTheEnd() {
        var states = new HashSet<Map<Path, ByteBuffer>>();
        addStates(steps.size(), states);
        return states;
    }

    private void addStates(int done, Set<Map<Path, ByteBuffer>> states) {
        var forced = new HashSet<>(atFirst.values());
        var names = new HashMap<>(atFirst);
        var pending = new ArrayList<Rename>();
        for (var step : steps.subList(0, done)) {
            switch (step) {
                case Force(var content) -> forced.add(content);
                case ForceFolder(var folder) -> {
                    pending.stream()
                            .filter(each -> each.folder.equals(folder.resolve("")))
                            .forEach(each -> each.change.accept(names));
                    pending.removeIf(each -> each.folder.equals(folder.resolve("")));
                }
                case Rename rename -> pending.add(rename);
            }
        }
        for (int chosen = 0; chosen < 1 << pending.size(); chosen++) {
            var found = new HashMap<>(names);
            for (int i = 0; i < pending.size(); i++) {
                if ((chosen >> i & 1) == 1) {
                    pending.get(i).change.accept(found);
                }
            }
            for (var fate : FATES) {
                var state = new HashMap<Path, ByteBuffer>();
                found.forEach((file, content) -> state.put(
                        file, ByteBuffer.wrap(forced.contains(content) ? content.bytes : fate.apply(content.bytes))));
                states.add(state);
            }
        }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        disk.write(file, bytes);
        rename(file, new Content(bytes.clone()));
    }

    @Override
    public void force(Path file) throws IOException {
        disk.force(file);
        if (keepsPromises) {
            steps.add(new Force(content(file)));
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        disk.link(name, existing);
        rename(name, content(existing));
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        disk.replace(source, target);
        var content = content(source);
        note(target, names -> {
            names.remove(source);
            names.put(target, content);
        });
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
        steps.add(new ForceFolder(folder));
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
        note(file, names -> names.remove(file));
    }

    private void rename(Path name, Content content) {
        note(name, names -> names.put(name, content));
    }

    private Content content(Path file) {
        return Objects.requireNonNull(now.get(file));
    }

    private void note(Path name, Consumer<Map<Path, Content>> change) {
        change.accept(now);
        steps.add(new Rename(name.resolveSibling(""), change));
    }

    private sealed interface Step {}

    private record Force(Content content) implements Step {}

    private record ForceFolder(Path folder) implements Step {}

    private record Rename(Path folder, Consumer<Map<Path, Content>> change) implements Step {}

    /// What names stand for; one may have several.
    private static final class Content {
        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }
    }
}
