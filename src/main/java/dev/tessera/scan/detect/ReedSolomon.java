package dev.tessera.scan.detect;

import java.util.Arrays;

/// The Reed-Solomon code of QR symbols (ISO/IEC 18004, section 7.5): the field of 256 with the polynomial 0x11D, roots
/// from the zeroth power on. It puts errors right, and erasures, which cost half as much because their place is known.
final class ReedSolomon {
    private static final int SIZE = 255;
    private static final int PRIMITIVE = 0x11D;
    private static final int[] EXP = new int[2 * SIZE];
    private static final int[] LOG = new int[SIZE + 1];

    static {
        int value = 1;
        for (int i = 0; i < SIZE; i++) {
            EXP[i] = value;
            EXP[i + SIZE] = value;
            LOG[value] = i;
            value <<= 1;
            if (value > SIZE) {
                value ^= PRIMITIVE;
            }
        }
    }

    private ReedSolomon() {}

    /// Puts a block right in place.
    ///
    /// @param block data, then error correction, each 0 to 255
    /// @param parity how many codewords of error correction there are
    /// @param erased the places that are not to be trusted, at most `parity` of them
    /// @param check how many codewords of error correction stay unused; they tell a right block from noise that
    ///              merely fits. Without any, noise fits as often as once in two to some hundred times.
    /// @return how many codewords were changed; -1 if there are too many errors, and then the block stays as it is
    static int correct(int[] block, int parity, int[] erased, int check) {
        int[] syndromes = syndromes(block, parity);
        if (syndromes.length == 0) {
            return 0;
        }
        int[] erasures = {1};
        for (int place : erased) {
            erasures = times(erasures, new int[] {1, EXP[block.length - 1 - place]});
        }
        int[] locator = locator(syndromes, erasures, erased.length);
        int degree = degree(locator);
        if (2 * degree - erased.length > parity - check) {
            return -1;
        }
        int[] places = places(locator, degree, block.length);
        if (places.length != degree) {
            return -1;
        }
        int[] right = block.clone();
        change(right, places, locator, syndromes);
        if (syndromes(right, parity).length != 0) {
            return -1;
        }
        int changed = 0;
        for (int i = 0; i < block.length; i++) {
            changed += block[i] == right[i] ? 0 : 1;
        }
        System.arraycopy(right, 0, block, 0, block.length);
        return changed;
    }

    /// The block's polynomial at each root, from the zeroth on; none at all if all of them are zero.
    private static int[] syndromes(int[] block, int parity) {
        int[] syndromes = new int[parity];
        boolean clean = true;
        for (int i = 0; i < parity; i++) {
            int sum = 0;
            for (int word : block) {
                sum = times(sum, EXP[i]) ^ word;
            }
            syndromes[i] = sum;
            clean &= sum == 0;
        }
        return clean ? new int[0] : syndromes;
    }

    /// Berlekamp and Massey, begun with what is known of the erasures; coefficients from the lowest power up.
    private static int[] locator(int[] syndromes, int[] erasures, int erased) {
        int[] locator = erasures.clone();
        int[] support = erasures.clone();
        int length = erased;
        for (int n = erased; n < syndromes.length; n++) {
            int discrepancy = 0;
            for (int i = 0; i < locator.length && i <= n; i++) {
                discrepancy ^= times(locator[i], syndromes[n - i]);
            }
            support = shifted(support);
            if (discrepancy != 0) {
                int[] next = plus(locator, scaled(support, discrepancy));
                if (2 * length <= n + erased) {
                    support = scaled(locator, inverse(discrepancy));
                    length = n + 1 + erased - length;
                }
                locator = next;
            }
        }
        return locator;
    }

    /// Chien's search: the places at which the locator has its roots.
    private static int[] places(int[] locator, int degree, int length) {
        int[] places = new int[degree];
        int count = 0;
        for (int power = 0; power < length; power++) {
            if (at(locator, EXP[(SIZE - power) % SIZE]) == 0) {
                if (count == degree) {
                    return new int[0];
                }
                places[count++] = length - 1 - power;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /// Forney: how much each place is off.
    private static void change(int[] block, int[] places, int[] locator, int[] syndromes) {
        int[] evaluator = Arrays.copyOf(times(syndromes, locator), syndromes.length);
        for (int place : places) {
            int power = block.length - 1 - place;
            int root = EXP[(SIZE - power) % SIZE];
            int slope = 0;
            for (int i = 1; i < locator.length; i += 2) {
                slope ^= times(locator[i], power(root, i - 1));
            }
            if (slope != 0) {
                int amount = times(times(at(evaluator, root), inverse(slope)), EXP[power % SIZE]);
                block[place] ^= amount;
            }
        }
    }

    private static int degree(int[] polynomial) {
        int degree = polynomial.length - 1;
        while (degree > 0 && polynomial[degree] == 0) {
            degree--;
        }
        return degree;
    }

    private static int at(int[] polynomial, int x) {
        int sum = 0;
        for (int i = polynomial.length - 1; i >= 0; i--) {
            sum = times(sum, x) ^ polynomial[i];
        }
        return sum;
    }

    private static int[] shifted(int[] polynomial) {
        int[] shifted = new int[polynomial.length + 1];
        System.arraycopy(polynomial, 0, shifted, 1, polynomial.length);
        return shifted;
    }

    private static int[] scaled(int[] polynomial, int factor) {
        return Arrays.stream(polynomial).map(each -> times(each, factor)).toArray();
    }

    private static int[] plus(int[] one, int[] other) {
        int[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            sum[i] ^= other[i];
        }
        return sum;
    }

    private static int[] times(int[] one, int[] other) {
        int[] product = new int[one.length + other.length - 1];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                product[i + j] ^= times(one[i], other[j]);
            }
        }
        return product;
    }

    private static int times(int one, int other) {
        return one == 0 || other == 0 ? 0 : EXP[LOG[one] + LOG[other]];
    }

    private static int inverse(int value) {
        return EXP[(SIZE - LOG[value]) % SIZE];
    }

    private static int power(int value, int exponent) {
        return value == 0 ? 0 : EXP[LOG[value] * exponent % SIZE];
    }
}
