package dev.tessera.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The sub-key of a nonce that is longer than ChaCha20's own (draft-irtf-cfrg-xchacha, section 2.2).
final class HChaCha20 {
    private static final int KEY_LENGTH = 32;
    private static final int[] CONSTANTS = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

    private HChaCha20() {}

    /// @param key 32 bytes
    /// @param nonce its first 16 bytes count
    static Key subKey(Key key, byte[] nonce) {
        byte[] bytes = key.toByteArray();
        int[] state = new int[16];
        System.arraycopy(CONSTANTS, 0, state, 0, 4);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(state, 4, 8);
        ByteBuffer.wrap(nonce, 0, 16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(state, 12, 4);
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 4; i++) {
                quarterRound(state, new int[] {i, 4 + i, 8 + i, 12 + i});
            }
            for (int i = 0; i < 4; i++) {
                quarterRound(state, new int[] {i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4});
            }
        }
        var subKey = ByteBuffer.allocate(KEY_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        subKey.asIntBuffer().put(state, 0, 4).put(state, 12, 4);
        try {
            return Key.copyOf(subKey.array());
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(subKey.array(), (byte) 0);
            Arrays.fill(state, 0);
        }
    }

    private static void quarterRound(int[] state, int[] at) {
        half(state, at, 16, 12);
        half(state, at, 8, 7);
    }

    private static void half(int[] state, int[] at, int first, int second) {
        state[at[0]] += state[at[1]];
        state[at[3]] = Integer.rotateLeft(state[at[3]] ^ state[at[0]], first);
        state[at[2]] += state[at[3]];
        state[at[1]] = Integer.rotateLeft(state[at[1]] ^ state[at[2]], second);
    }
}
