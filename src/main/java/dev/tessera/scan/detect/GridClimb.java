package dev.tessera.scan.detect;

/// Moves a grid until the modules whose colour is known differ most: first its four corners, then, if asked, its bow.
final class GridClimb {
    private static final int CORNERS = 8;

    private final GreyImage image;
    private final KnownModules known;
    private final double side;

    GridClimb(GreyImage image, int version) {
        this.image = image;
        this.known = KnownModules.of(version);
        this.side = Layout.of(version).side();
    }

    /// @param contrast what it sees, 0 to 255
    record Climbed(Lattice lattice, double contrast) {}

    /// What a lattice sees before it is moved.
    double contrast(Lattice lattice) {
        return known.contrast(image, lattice);
    }

    Climbed flat(Homography start, double module) {
        double[] parameters = new double[CORNERS];
        double[] xy = new double[2];
        for (int i = 0; i < 4; i++) {
            start.place(i == 1 || i == 2 ? side : 0, i > 1 ? side : 0, xy);
            parameters[2 * i] = xy[0];
            parameters[2 * i + 1] = xy[1];
        }
        double contrast = climb(parameters, CORNERS, module);
        return new Climbed(Homography.ofCorners(side, parameters), contrast);
    }

    /// The same for a code on a bent page.
    Climbed bent(Homography start, double module) {
        double[] parameters = new double[CORNERS + BentLattice.TERMS];
        double[] xy = new double[2];
        for (int i = 0; i < 4; i++) {
            start.place(i == 1 || i == 2 ? side : 0, i > 1 ? side : 0, xy);
            parameters[2 * i] = xy[0];
            parameters[2 * i + 1] = xy[1];
        }
        double contrast = climb(parameters, parameters.length, module);
        return new Climbed(lattice(parameters), contrast);
    }

    private Lattice lattice(double[] parameters) {
        Homography flat = Homography.ofCorners(side, parameters);
        return parameters.length == CORNERS ? flat : new BentLattice(flat, side, parameters, CORNERS);
    }

    private double climb(double[] parameters, int count, double module) {
        double best = known.contrast(image, lattice(parameters));
        for (double step = 0.8 * module; step > 0.05 * module; step *= 0.6) {
            boolean better = true;
            for (int round = 0; better && round < 4; round++) {
                better = false;
                for (int i = 0; i < count; i++) {
                    for (int sign = -1; sign <= 1; sign += 2) {
                        double before = parameters[i];
                        parameters[i] = before + sign * step;
                        double contrast = known.contrast(image, lattice(parameters));
                        if (contrast > best) {
                            best = contrast;
                            better = true;
                            break;
                        }
                        parameters[i] = before;
                    }
                }
            }
        }
        return best;
    }
}
