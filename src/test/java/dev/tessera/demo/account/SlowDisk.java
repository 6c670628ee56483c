package dev.tessera.demo.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/// Files for H2 that are written late, as on a computer that has much else to do: `jdbc:h2:slow:`.
public final class SlowDisk extends FilePathWrapper {
    private static final Duration LATE = Duration.ofMillis(30);

    @Override
    public String getScheme() {
        return "slow";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Slow(super.open(mode));
    }

    private static final class Slow extends FileBaseDefault {
        private final FileChannel inner;

        Slow(FileChannel inner) {
            this.inner = inner;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            LockSupport.parkNanos(LATE.toNanos());
            return inner.write(source, position);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return inner.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return inner.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            inner.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            inner.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return inner.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            inner.close();
        }
    }
}
