package dev.tessera.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of the screens, as X11 writes it: `400x300+120+80` is 400 pixels wide and 300 high, its left upper corner 120
/// pixels from the left and 80 from the top of all screens together.
record ScreenRegion(int width, int height, int left, int top) {
    private static final Pattern FORM =
            Pattern.compile("([1-9]\\d{0,4})[x×]([1-9]\\d{0,4})([+-]\\d{1,5})([+-]\\d{1,5})");

    /// @throws Failure if it is not of that form
    static ScreenRegion parse(String text) throws Failure {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--region is not of the form WIDTHxHEIGHT+LEFT+TOP",
                    "give it in pixels, such as 400x300+120+80");
        }
        return new ScreenRegion(number(matcher, 1), number(matcher, 2), number(matcher, 3), number(matcher, 4));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    @Override
    public String toString() {
        return "%dx%d%+d%+d".formatted(width, height, left, top);
    }
}
