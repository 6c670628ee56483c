package dev.tessera.scan.detect;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.decoder.Version.ECB;
import com.google.zxing.qrcode.decoder.Version.ECBlocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Modules to codewords, block by block put right. Of a block with too many errors, the codewords whose modules are the
/// least sure are taken as erased, more and more of them: so a code is read past glare, a logo or a finger.
final class CodewordReader {
    /// So many parity codewords stay unused when words are erased: they tell a block that is right from one that
    /// merely fits.
    private static final int CHECK = 3;

    private final Layout layout;
    private final FormatBits format;
    private final float[] darkness;
    private final List<int[]> blocks = new ArrayList<>();
    private final int parity;

    /// @param darkness above 0 is dark; the farther from 0 the surer
    CodewordReader(Layout layout, FormatBits format, float[] darkness) {
        this.layout = layout;
        this.format = format;
        this.darkness = darkness;
        Version version = Version.getVersionForNumber(layout.version());
        ECBlocks blocksOfLevel = version.getECBlocksForLevel(format.level());
        parity = blocksOfLevel.getECCodewordsPerBlock();
        deal(blocksOfLevel);
    }

    /// The modules as they were meant, or nothing if a block cannot be put right.
    ///
    /// @param erasing whether unsure codewords may be taken as erased
    Optional<BitMatrix> read(boolean erasing) {
        int[] words = words();
        for (int[] places : blocks) {
            int[] block = Arrays.stream(places).map(place -> words[place]).toArray();
            if (ReedSolomon.correct(block, parity, new int[0], 0) < 0 && !(erasing && erase(block, places))) {
                return Optional.empty();
            }
            for (int i = 0; i < places.length; i++) {
                words[places[i]] = block[i];
            }
        }
        return Optional.of(modules(words));
    }

    /// Deals the places of the codewords to the blocks, as the symbol interleaves them: first all data, then all
    /// parity.
    private void deal(ECBlocks blocksOfLevel) {
        List<Integer> dataSizes = new ArrayList<>();
        for (ECB group : blocksOfLevel.getECBlocks()) {
            for (int i = 0; i < group.getCount(); i++) {
                dataSizes.add(group.getDataCodewords());
                blocks.add(new int[group.getDataCodewords() + parity]);
            }
        }
        int place = 0;
        int most = dataSizes.getLast();
        for (int i = 0; i < most; i++) {
            for (int block = 0; block < blocks.size(); block++) {
                if (i < dataSizes.get(block)) {
                    blocks.get(block)[i] = place++;
                }
            }
        }
        for (int i = 0; i < parity; i++) {
            for (int block = 0; block < blocks.size(); block++) {
                blocks.get(block)[dataSizes.get(block) + i] = place++;
            }
        }
    }

    private int[] words() {
        int[] order = layout.dataOrder();
        int[] words = new int[order.length / 8];
        for (int i = 0; i < words.length * 8; i++) {
            int row = order[i] / layout.side();
            int column = order[i] % layout.side();
            boolean dark = darkness[order[i]] > 0 ^ Layout.isMasked(format.mask(), row, column);
            words[i / 8] = words[i / 8] << 1 | (dark ? 1 : 0);
        }
        return words;
    }

    private boolean erase(int[] block, int[] places) {
        int[] byDoubt = IntStream.range(0, block.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> sureness(places[i])))
                .mapToInt(i -> i)
                .toArray();
        for (int count = 2; count <= parity - CHECK; count += Math.max(1, parity / 10)) {
            if (ReedSolomon.correct(block, parity, Arrays.copyOf(byDoubt, count), CHECK) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// That of its least sure module.
    private double sureness(int word) {
        int[] order = layout.dataOrder();
        double least = Double.MAX_VALUE;
        for (int i = 8 * word; i < 8 * word + 8; i++) {
            least = Math.min(least, Math.abs(darkness[order[i]]));
        }
        return least;
    }

    private BitMatrix modules(int[] words) {
        BitMatrix modules = new BitMatrix(layout.side());
        int[] order = layout.dataOrder();
        for (int i = 0; i < words.length * 8; i++) {
            int row = order[i] / layout.side();
            int column = order[i] % layout.side();
            if ((words[i / 8] >> (7 - i % 8) & 1) == 1 ^ Layout.isMasked(format.mask(), row, column)) {
                modules.set(column, row);
            }
        }
        format.write(modules);
        return modules;
    }
}
