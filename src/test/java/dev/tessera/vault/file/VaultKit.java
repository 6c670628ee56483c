package dev.tessera.vault.file;

import dev.tessera.crypto.Key;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Vault files with one fault each, and the layer that must find it: for this reader and for any other.
final class VaultKit {
    /// Where a fault is found, in the order in which a reader looks.
    enum Layer {
        EMPTY("it is empty"),
        MAGIC("it does not begin like a Tessera vault"),
        LATER_VERSION(""),
        VERSION_ZERO("its format version is 0"),
        HEADER_END("it ends within its header"),
        HEADER_LENGTHS("an impossible length"),
        SLOTS_END("it ends within its key slots"),
        SLOT_ID("does not match its own fingerprint"),
        SLOT_COST("a cost that is not allowed"),
        WAY_IN("no slot for a passphrase or a recovery key"),
        GENERATION("not a positive number"),
        FILE_LENGTH("its length is not the one"),
        BLOCKS("not padded to whole blocks"),
        COMMITMENT(""),
        WRAPPED_KEY("the vault key in one of its key slots"),
        MAC("its header was changed"),
        PAYLOAD("its content was changed"),
        PADDING("not padded correctly"),
        JSON("its content is not the expected JSON"),
        CONTENT_VERSION("its content states no version"),
        /// It opens; one entry is set aside, the other is there.
        SET_ASIDE(""),
        /// It opens, and shows all that it can.
        SOUND("");

        final String words;

        Layer(String words) {
            this.words = words;
        }
    }

    /// One file.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Case(String name, Layer layer, byte[] file) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Map<String, Case> cases = new LinkedHashMap<>();

    static List<Case> all() {
        var kit = new VaultKit();
        kit.sound();
        kit.start();
        kit.lengths();
        kit.slotIds();
        kit.costs();
        kit.waysIn();
        kit.keys();
        kit.integrity();
        kit.padding();
        new ContentKit(kit).add();
        return List.copyOf(kit.cases.values());
    }

    private void sound() {
        add("sound", Layer.SOUND, _ -> {});
        add("slot-of-later-type", Layer.SOUND, file -> file.slots.add(later(KitFile.recoverySlot())));
        add("recovery-slot-too", Layer.SOUND, file -> file.slots.add(KitFile.recoverySlot()));
        add("keyring-slot-first", Layer.SOUND, file -> file.slots.addFirst(KitFile.keyringSlot()));
        add("sixteen-slots", Layer.SOUND, file -> {
            while (file.slots.size() < 16) {
                file.slots.addFirst(KitFile.recoverySlot());
            }
        });
        add("largest-generation", Layer.SOUND, file -> file.generation = Long.MAX_VALUE);
        add(
                "two-blocks",
                Layer.SOUND,
                file -> file.content(KitFile.content()
                        .replace("\"settings\":{}", "\"settings\":{\"a\":\"" + "x".repeat(5000) + "\"}")));
        add("content-fills-its-block", Layer.SOUND, file -> {
            int missing = 4096 - KitFile.content().length();
            file.content(KitFile.content().replace("{\"version\"", "{" + " ".repeat(missing) + "\"version\""));
        });
        add(
                "unknown-fields",
                Layer.SOUND,
                file -> file.content(KitFile.content().replace("\"settings\"", "\"later\":[1.50,{}],\"settings\"")));
    }

    private void start() {
        for (int i = 0; i < 8; i++) {
            int at = i;
            add("magic-byte-" + i, Layer.MAGIC, file -> file.magic[at] ^= 0x20);
        }
        cut(0, Layer.EMPTY);
        for (int length : new int[] {1, 7, 8, 9}) {
            cut(length, Layer.MAGIC);
        }
        add("version-0", Layer.VERSION_ZERO, file -> file.version = 0);
        for (int version : new int[] {2, 3, 255, 256, 65_535}) {
            add("version-" + version, Layer.LATER_VERSION, file -> file.version = version);
        }
    }

    private void lengths() {
        for (int length : new int[] {10, 26, 34, 66, 70}) {
            cut(length, Layer.HEADER_END);
        }
        for (long length : new long[] {0, (64L << 20) + 1, 1L << 31, 0xFFFF_FFFFL}) {
            add("payload-length-" + length, Layer.HEADER_LENGTHS, file -> file.payloadLength = length);
        }
        for (int count : new int[] {0, 17, 255}) {
            add("slot-count-" + count, Layer.HEADER_LENGTHS, file -> file.slotCount = count);
        }
        for (int length : new int[] {71, 72, 88, 208}) {
            cut(length, Layer.SLOTS_END);
        }
        add("slot-count-one-too-many", Layer.SLOT_ID, file -> file.slotCount = 2);
        add("slot-count-one-too-few", Layer.FILE_LENGTH, file -> {
            file.slots.add(KitFile.recoverySlot());
            file.slotCount = 1;
        });
        for (int length : new int[] {209, 240, 241, 4352}) {
            cut(length, Layer.FILE_LENGTH);
        }
        for (int more : new int[] {1, 16, 4096}) {
            add(
                    "extended-by-" + more,
                    Layer.FILE_LENGTH,
                    file -> file.after = whole -> Arrays.copyOf(whole, whole.length + more));
        }
        add(
                "twice",
                Layer.FILE_LENGTH,
                file -> file.after = whole -> ByteBuffer.allocate(2 * whole.length)
                        .put(whole)
                        .put(whole)
                        .array());
        add("line-ends-of-windows", Layer.MAGIC, file -> file.after = VaultKit::asText);
        for (int length : new int[] {1, 17, 4095, 4097, 8191}) {
            add("content-of-" + length, Layer.BLOCKS, file -> file.padded = Arrays.copyOf(file.padded, length));
        }
        for (long generation : new long[] {0, -1, Long.MIN_VALUE}) {
            add("generation-" + generation, Layer.GENERATION, file -> file.generation = generation);
        }
    }

    private void slotIds() {
        flipInSlot("type", 0);
        flipInSlot("id", 1);
        flipInSlot("id-end", 16);
        flipInSlot("memory", 20);
        flipInSlot("iterations", 24);
        flipInSlot("parallelism", 25);
        flipInSlot("salt", 26);
        flipInSlot("commitment", 58);
        flipInSlot("wrapped-key", 90);
        flipInSlot("wrapped-key-end", 137);
        add("slot-id-of-another-vault", Layer.SLOT_ID, file -> file.vaultId[0] ^= 1);
        add("slot-zeros", Layer.SLOT_ID, file -> file.slots.set(0, new byte[Slot.LENGTH]));
    }

    private void costs() {
        for (int memory : new int[] {0, 8, 19_455, (1 << 20) + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
            cost("memory-" + memory, memory, 1, 1);
        }
        for (int iterations : new int[] {0, 17, Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
            cost("iterations-" + iterations, 19_456, iterations, 1);
        }
        for (int parallelism : new int[] {0, 9, 127, 255}) {
            cost("parallelism-" + parallelism, 19_456, 1, parallelism);
        }
        cost("memory-times-iterations", 1 << 20, 5, 1);
        for (int at : new int[] {20, 24, 25}) {
            add("recovery-slot-with-cost-" + at, Layer.SLOT_COST, file -> {
                byte[] slot = KitFile.recoverySlot();
                slot[at] = 1;
                file.slots.add(KitFile.withId(slot, file.vaultId));
            });
        }
    }

    private void waysIn() {
        add("keyring-slot-alone", Layer.WAY_IN, file -> file.slots.set(0, KitFile.keyringSlot()));
        add("slot-of-later-type-alone", Layer.WAY_IN, file -> file.slots.set(0, later(KitFile.recoverySlot())));
        add("slot-type-0-alone", Layer.WAY_IN, file -> file.slot(slot -> with(slot, 0, 0)));
        add("recovery-slot-alone", Layer.COMMITMENT, file -> file.slots.set(0, KitFile.recoverySlot()));
    }

    private void keys() {
        for (int at : new int[] {26, 57}) {
            add("salt-forged-" + at, Layer.COMMITMENT, file -> file.slot(slot -> flipped(slot, at)));
        }
        for (int at : new int[] {58, 89}) {
            add("commitment-forged-" + at, Layer.COMMITMENT, file -> file.slot(slot -> flipped(slot, at)));
        }
        add("cost-forged", Layer.COMMITMENT, file -> file.slot(slot -> with(slot, 24, 2)));
        add("vault-id-forged", Layer.COMMITMENT, file -> {
            file.vaultId[3] = 9;
            file.slots.set(0, KitFile.withId(file.slots.getFirst(), file.vaultId));
        });
        for (int at : new int[] {90, 121, 122, 137}) {
            add("wrapped-key-forged-" + at, Layer.WRAPPED_KEY, file -> file.slot(slot -> flipped(slot, at)));
        }
    }

    private void integrity() {
        for (int at : new int[] {26, 33, 34, 65}) {
            flipInFile("header", at, Layer.MAC);
        }
        flipInFile("generation-low", 32, Layer.MAC);
        for (int at : new int[] {209, 225, 240}) {
            flipInFile("mac", at, Layer.MAC);
        }
        add("mac-of-another-key", Layer.MAC, file -> file.macKey = Key.copyOf(new byte[32]));
        add(
                "mac-zeros",
                Layer.MAC,
                file -> file.after = whole -> {
                    Arrays.fill(whole, 209, 241, (byte) 0);
                    return whole;
                });
        for (int at : new int[] {241, 257, 2000, 4336, 4337, 4352}) {
            flipInFile("payload", at, Layer.PAYLOAD);
        }
        add("payload-of-another-key", Layer.PAYLOAD, file -> file.contentKey = Key.copyOf(new byte[32]));
        add("payload-under-another-nonce", Layer.PAYLOAD, file -> file.nonce = with(new byte[12], 11, 1));
        add("payload-that-does-not-cover-the-mac", Layer.PAYLOAD, file -> file.macIsCovered = false);
        add(
                "payload-zeros",
                Layer.PAYLOAD,
                file -> file.after = whole -> {
                    Arrays.fill(whole, 241, whole.length, (byte) 0);
                    return whole;
                });
        add(
                "payload-of-another-generation",
                Layer.PAYLOAD,
                file -> file.after = whole -> {
                    var other = new KitFile();
                    other.generation = 8;
                    System.arraycopy(other.build(), 241, whole, 241, whole.length - 241);
                    return whole;
                });
        add(
                "payload-blocks-swapped",
                Layer.PAYLOAD,
                file -> file.after = whole -> {
                    byte[] first = Arrays.copyOfRange(whole, 241, 257);
                    System.arraycopy(whole, 257, whole, 241, 16);
                    System.arraycopy(first, 0, whole, 257, 16);
                    return whole;
                });
    }

    private void padding() {
        add("a-block-too-much", Layer.PADDING, file -> file.padded = Arrays.copyOf(file.padded, 8192));
        add("nothing-but-zeros", Layer.PADDING, file -> file.padded = new byte[4096]);
        add("no-block-at-all", Layer.JSON, file -> file.padded = new byte[0]);
        add("padding-not-zero", Layer.JSON, file -> file.padded[4095] = 1);
        add("padding-of-spaces-and-more", Layer.JSON, file -> {
            Arrays.fill(file.padded, KitFile.content().length(), 4096, (byte) ' ');
            file.padded[4095] = '}';
        });
    }

    private void cost(String name, int memory, int iterations, int parallelism) {
        add(
                "cost-" + name,
                Layer.SLOT_COST,
                file -> file.slot(slot -> {
                    ByteBuffer.wrap(slot)
                            .position(17)
                            .putInt(memory)
                            .putInt(iterations)
                            .put((byte) parallelism);
                    return slot;
                }));
    }

    private void cut(int length, Layer layer) {
        add("cut-to-" + length, layer, file -> file.after = whole -> Arrays.copyOf(whole, length));
    }

    private void flipInSlot(String name, int at) {
        add("slot-" + name + "-changed", Layer.SLOT_ID, file -> file.slots.set(0, flipped(file.slots.getFirst(), at)));
    }

    private void flipInFile(String name, int at, Layer layer) {
        add(name + "-byte-" + at, layer, file -> file.after = whole -> flipped(whole, at));
    }

    void add(String name, Layer layer, Consumer<KitFile> fault) {
        var file = new KitFile();
        fault.accept(file);
        if (cases.put(name, new Case(name, layer, file.build())) != null) {
            throw new AssertionError("two of the name " + name);
        }
    }

    private static byte[] later(byte[] slot) {
        return KitFile.withId(with(slot, 0, 200), KitFile.VAULT_ID);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        return with(bytes, at, bytes[at] ^ 1);
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    /// As a program does that takes it for text: each line end becomes that of Unix.
    private static byte[] asText(byte[] whole) {
        var kept = new ArrayList<Byte>();
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] != '\r' || i + 1 == whole.length || whole[i + 1] != '\n') {
                kept.add(whole[i]);
            }
        }
        byte[] text = new byte[kept.size()];
        for (int i = 0; i < text.length; i++) {
            text[i] = kept.get(i);
        }
        return text;
    }
}
