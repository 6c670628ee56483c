package dev.tessera.desktop.add;

import dev.tessera.desktop.camera.CameraViewModel;
import dev.tessera.desktop.region.RegionViewModel;
import java.util.List;
import java.util.Optional;

/// What the adding side of the window shows.
public sealed interface AddState {
    /// Nothing.
    record Idle() implements AddState {}

    /// The ways to add.
    record Choosing() implements AddState {}

    /// Something that takes a moment; `what` says it.
    record Working(String what) implements AddState {}

    /// The camera panel.
    record Filming(CameraViewModel panel) implements AddState {}

    /// A box is drawn around a part of the screen, on the screen itself.
    record Picking(RegionViewModel region) implements AddState {}

    /// The form for an account that is typed in.
    record Typing(TypeInViewModel form) implements AddState {}

    /// What was found, before anything is added.
    ///
    /// @param heading where it was found
    /// @param summary how many codes were read, and what they are
    /// @param candidates the accounts
    /// @param leftAlone what else was there, as sentences
    /// @param missing which parts of an export are still to come
    record Preview(
            String heading,
            String summary,
            List<Candidate> candidates,
            List<String> leftAlone,
            Optional<String> missing)
            implements AddState {}

    /// No account anywhere.
    ///
    /// @param heading in few words
    /// @param seen what was seen, and the next step
    /// @param again which look at the screen may help
    record Nothing(String heading, List<String> seen, Again again) implements AddState {}

    /// Another look at the screen.
    enum Again {
        /// It was no look at the screen.
        NONE,
        /// At all of it, once the code is in sight.
        SLOWLY,
        /// At another part.
        REGION
    }
}
