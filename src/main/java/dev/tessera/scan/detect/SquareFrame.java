package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Symbol.Point;
import java.util.List;

/// The coordinates of one square: its own sides are the axes, a module is the unit.
record SquareFrame(Finder centre, double ux, double uy, double vx, double vy) {
    static SquareFrame of(Finder centre, List<Point> square) {
        // Half of two opposite sides together: from the middle of one side to that of the other.
        return new SquareFrame(
                centre,
                (square.get(1).x()
                                - square.get(0).x()
                                + square.get(2).x()
                                - square.get(3).x())
                        / 10,
                (square.get(1).y()
                                - square.get(0).y()
                                + square.get(2).y()
                                - square.get(3).y())
                        / 10,
                (square.get(3).x()
                                - square.get(0).x()
                                + square.get(2).x()
                                - square.get(1).x())
                        / 10,
                (square.get(3).y()
                                - square.get(0).y()
                                + square.get(2).y()
                                - square.get(1).y())
                        / 10);
    }

    double area() {
        return ux * vy - uy * vx;
    }

    double u(Finder other) {
        return ((other.x() - centre.x()) * vy - (other.y() - centre.y()) * vx) / area();
    }

    double v(Finder other) {
        return (ux * (other.y() - centre.y()) - uy * (other.x() - centre.x())) / area();
    }

    Finder guessed(Finder like, double u, double v) {
        return Finder.guessed(centre.x() + u * ux + v * vx, centre.y() + u * uy + v * vy, like);
    }
}
