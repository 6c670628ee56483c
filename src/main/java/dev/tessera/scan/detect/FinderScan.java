package dev.tessera.scan.detect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the corner squares of QR codes: along any line through their centre they show runs of 1:1:3:1:1.
///
/// One way through the rows finds both polarities: a run of five starts at every change of colour. The outermost
/// two runs may be longer than they should, where the code has no quiet zone and melts into a page of its colour.
final class FinderScan {
    /// Beyond that, a run through the outer ring has left the code.
    private static final double MELTED = 2.2;

    private final DarkPixels pixels;
    private final List<Finder> found = new ArrayList<>();
    private final List<Finder> near = new ArrayList<>();

    private FinderScan(DarkPixels pixels) {
        this.pixels = pixels;
    }

    /// @param rowStep 1 looks at every row
    static List<Finder> scan(DarkPixels pixels, int rowStep) {
        FinderScan scan = new FinderScan(pixels);
        int[] edges = new int[pixels.width() + 2];
        for (int y = rowStep / 2; y < pixels.height(); y += rowStep) {
            scan.scanRow(y, edges, pixels.edges(y, edges), pixels.isDark(0, y));
            scan.finish(y);
        }
        scan.finish(Integer.MAX_VALUE);
        return scan.found;
    }

    private void scanRow(int y, int[] edges, int count, boolean firstIsDark) {
        for (int first = 0; first + 5 < count; first++) {
            int gap = edges[first + 2] - edges[first + 1];
            int core = edges[first + 3] - edges[first + 2];
            int otherGap = edges[first + 4] - edges[first + 3];
            if (isCore(gap, core, otherGap)) {
                double unit = (gap + core + otherGap) / 5.0;
                int left = edges[first + 1] - edges[first];
                int right = edges[first + 5] - edges[first + 4];
                if (isRing(left, unit) && isRing(right, unit)) {
                    boolean dark = firstIsDark == (first % 2 == 0);
                    confirm((edges[first + 2] + edges[first + 3]) / 2, y, unit, dark);
                }
            }
        }
    }

    private static boolean isCore(int gap, int core, int otherGap) {
        double unit = (gap + core + otherGap) / 5.0;
        return Math.abs(core - 3 * unit) <= Math.max(1.1 * unit, 1)
                && Math.abs(gap - unit) <= Math.max(0.7 * unit, 0.8)
                && Math.abs(otherGap - unit) <= Math.max(0.7 * unit, 0.8);
    }

    private static boolean isRing(int run, double unit) {
        return run >= 0.4 * unit;
    }

    /// Looks at the column through the centre, then at the row and a diagonal through the better centre.
    private void confirm(int x, int y, double unit, boolean dark) {
        Cross down = cross(new Ray(x, y, 0, 1), unit, dark);
        if (down == null || !down.fits(unit)) {
            return;
        }
        int centreY = (int) (y + down.offset());
        Cross across = cross(new Ray(x, centreY, 1, 0), down.unit(), dark);
        if (across == null || !across.fits(down.unit())) {
            return;
        }
        double centreX = x + across.offset();
        Cross diagonal = cross(new Ray((int) centreX, centreY, 1, 1), unit, dark);
        if (diagonal == null) {
            return;
        }
        int melted = down.melted() + across.melted();
        if (melted > 2) {
            return;
        }
        add(new Finder(centreX + 0.5, y + down.offset() + 0.5, (down.unit() + across.unit()) / 2, !dark, 1));
    }

    private void add(Finder finder) {
        for (int i = 0; i < near.size(); i++) {
            if (near.get(i).isSameAs(finder)) {
                near.set(i, near.get(i).mergedWith(finder));
                return;
            }
        }
        near.add(finder);
    }

    /// Squares that no further row will run through are done.
    private void finish(int y) {
        near.removeIf(finder -> {
            boolean isPast = finder.y() + 4 * finder.module() < y;
            if (isPast) {
                found.add(finder);
            }
            return isPast;
        });
    }

    /// The runs through a place in one direction, or null if they are not those of a corner square.
    private @Nullable Cross cross(Ray ray, double unit, boolean dark) {
        int limit = (int) (5 * unit) + 2;
        int[] forth = arm(ray, limit, dark);
        int[] back = arm(ray.reversed(), limit, dark);
        int core = forth[0] + back[0] - 1;
        if (!isCore(back[1], core, forth[1])) {
            return null;
        }
        double seen = (back[1] + core + forth[1]) / 5.0;
        if (!isRing(back[2], seen) || !isRing(forth[2], seen)) {
            return null;
        }
        int melted = (back[2] > MELTED * seen ? 1 : 0) + (forth[2] > MELTED * seen ? 1 : 0);
        return new Cross((forth[0] - back[0]) / 2.0, seen, melted);
    }

    /// The lengths of the three runs outward from a place: heart, gap, ring, each at most `limit` pixels.
    private int[] arm(Ray ray, int limit, boolean dark) {
        int[] runs = new int[3];
        int x = ray.x;
        int y = ray.y;
        for (int run = 0; run < 3; run++) {
            boolean colour = dark == (run != 1);
            while (runs[run] < limit && isInside(x, y) && pixels.isDark(x, y) == colour) {
                runs[run]++;
                x += ray.dx;
                y += ray.dy;
            }
        }
        return runs;
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < pixels.width() && y < pixels.height();
    }

    private record Ray(int x, int y, int dx, int dy) {
        Ray reversed() {
            return new Ray(x, y, -dx, -dy);
        }
    }

    /// @param offset from where the look began to the middle of the heart, in pixels
    /// @param unit pixels a module
    /// @param melted how many of the two rings do not end where they should
    private record Cross(double offset, double unit, int melted) {
        boolean fits(double expected) {
            return unit <= 4 * expected + 0.5 && expected <= 4 * unit + 0.5;
        }
    }
}
