package dev.tessera.desktop.camera;

import dev.tessera.scan.camera.Camera;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of the list of cameras. Two of one name are the same: each look at what is plugged in makes new ones.
///
/// @param name as people tell it from others
/// @param camera empty for one whose address is still to be given
public record CameraChoice(String name, Optional<Camera> camera) {

    /// A line for each camera, and one for those of the network. Cameras of the same name are counted.
    static List<CameraChoice> of(List<Camera> cameras, String network) {
        var choices = new ArrayList<CameraChoice>();
        for (var camera : cameras) {
            long same = choices.stream()
                    .filter(choice -> choice.camera().orElseThrow().name().equals(camera.name()))
                    .count();
            choices.add(new CameraChoice(
                    same == 0 ? camera.name() : camera.name() + " " + (same + 1), Optional.of(camera)));
        }
        choices.add(new CameraChoice(network, Optional.empty()));
        return choices;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CameraChoice choice
                && name.equals(choice.name)
                && isOfNetwork() == choice.isOfNetwork();
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    boolean isOfNetwork() {
        return camera.isEmpty();
    }
}
