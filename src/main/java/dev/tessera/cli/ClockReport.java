package dev.tessera.cli;

import dev.tessera.clock.Answer;
import dev.tessera.clock.CodeClock;
import dev.tessera.clock.Measurement;
import dev.tessera.clock.NoTimeException;
import dev.tessera.clock.Offset;
import dev.tessera.clock.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was found out about this computer's clock, in words and as JSON fields.
///
/// @param measured how far it is off
/// @param codes the time by which codes are made
record ClockReport(Measurement measured, CodeClock codes) {

    void tell(Output output, boolean asJson) {
        if (asJson) {
            output.object(fields());
            return;
        }
        output.line(inWords(measured.offset()));
        output.line(effect());
        if (measured.source() == Source.SERVERS) {
            output.line(measured.agreeing() + " of " + measured.asked().size() + " servers agree");
        }
        disagreeing().forEach(output::note);
        useless(measured.asked().stream().map(Measurement.Asked::answer).toList())
                .forEach(output::note);
        if (!measured.isConfirmed()) {
            output.warning("only one server gave the time: nothing confirms it", "");
        }
        if (!left().isRight()) {
            output.note("tessera clock --apply makes codes with the right time; it is better to set this "
                    + "computer's clock");
        }
    }

    private static String inWords(Offset offset) {
        var bound = ", to within " + Spans.bound(offset.bound());
        return offset.amount().abs().compareTo(offset.bound()) <= 0
                ? "this computer's clock is right" + bound
                : "this computer's clock is " + Spans.inWords(offset.amount())
                        + (offset.isBehind() ? " behind" : " ahead") + bound;
    }

    /// How far the time is off by which codes are made.
    private Offset left() {
        return measured.offset().without(codes.amount());
    }

    private String effect() {
        return codes.amount().isZero()
                ? "codes made here are " + effect(left())
                : appliedInWords(codes) + ": they are " + effect(left());
    }

    /// What an offset of the time by which they are made does to codes.
    private static String effect(Offset left) {
        if (left.isRight()) {
            return "right";
        }
        var way = left.isBehind() ? " late" : " early";
        if (left.fewestSteps() == 0) {
            return "one step" + way + " for " + left.amount().abs().toSeconds()
                    + " of every 30 seconds: most sites allow for one step";
        }
        if (left.mostSteps() == 1) {
            return "one step" + way + ": most sites allow for one step";
        }
        var steps = left.fewestSteps() == left.mostSteps()
                ? left.fewestSteps() + " steps"
                : left.fewestSteps() + " to " + left.mostSteps() + " steps";
        return steps + way + ": most sites refuse them";
    }

    /// By what codes go now.
    static String appliedInWords(CodeClock codes) {
        return codes.state() instanceof CodeClock.State.Corrected(var correction)
                ? TimeNote.inWords(correction)
                : "codes follow this computer's clock";
    }

    static Map<String, Object> applied(CodeClock codes) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("appliedSeconds", Spans.number(codes.amount()));
        return fields;
    }

    private Map<String, Object> fields() {
        var fields = fields(measured.offset());
        fields.put("source", measured.source().text());
        fields.putAll(applied(codes));
        fields.put("codesRight", left().isRight());
        fields.put("fewestSteps", left().isRight() ? 0 : left().fewestSteps());
        fields.put("mostSteps", left().isRight() ? 0 : left().mostSteps());
        if (measured.source() == Source.SERVERS) {
            fields.put(
                    "servers",
                    measured.asked().stream().map(ClockReport::fields).toList());
        }
        return fields;
    }

    private static Map<String, Object> fields(Offset offset) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("offsetSeconds", Spans.number(offset.amount()));
        fields.put("boundSeconds", Spans.number(offset.bound()));
        return fields;
    }

    private static Map<String, Object> fields(Measurement.Asked asked) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("server", asked.answer().server().toString());
        switch (asked.answer()) {
            case Answer.Told told -> {
                fields.put("result", asked.agrees() ? "agrees" : "thrown-out");
                fields.putAll(fields(told.offset()));
            }
            case Answer.Useless useless ->
                fields.put(
                        "result",
                        useless.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return fields;
    }

    private List<String> disagreeing() {
        return measured.asked().stream()
                .filter(asked -> !asked.agrees())
                .map(Measurement.Asked::answer)
                .filter(Answer.Told.class::isInstance)
                .map(answer -> said((Answer.Told) answer) + ", unlike the others, and is ignored")
                .toList();
    }

    private static String said(Answer.Told told) {
        return Shown.text(told.server().toString()) + " says that this clock is "
                + Spans.inWords(told.offset().amount()) + (told.offset().isBehind() ? " behind" : " ahead");
    }

    /// Those of which nothing can be used, a line each.
    static List<String> useless(List<Answer> answers) {
        return answers.stream()
                .filter(Answer.Useless.class::isInstance)
                .map(answer -> useless((Answer.Useless) answer))
                .toList();
    }

    private static String useless(Answer.Useless answer) {
        return Shown.text(answer.server().toString()) + " "
                + switch (answer.reason()) {
                    case UNKNOWN_NAME -> "is not a name that is known here";
                    case UNREACHABLE -> "cannot be reached";
                    case SILENT -> "does not respond";
                    case UNWILLING ->
                        "asks to be left alone" + (answer.detail().isEmpty() ? "" : " (" + answer.detail() + ")");
                    case UNSET -> "does not know the time itself";
                    case FOREIGN -> "answers something that was not asked, or somebody else answers in its place";
                    case NONSENSE -> "gives an answer that contradicts itself";
                };
    }

    /// Why there is no time to compare with.
    static Failure failure(NoTimeException failure) {
        var otherwise = "--web URL takes it from a web page, --time HH:MM:SS from another clock";
        return switch (failure.kind()) {
            case NOBODY -> new Failure(ExitCode.FAILED, "no time server gave the time", otherwise);
            case DISAGREEMENT ->
                new Failure(
                        ExitCode.FAILED,
                        failure.answers().isEmpty()
                                ? "the dates of the page contradict each other"
                                : "the time servers do not agree: " + all(failure.answers()),
                        "ask others with --server; " + otherwise);
            case IMPLAUSIBLE ->
                new Failure(ExitCode.FAILED, "the time that was given is in the past", "ask another source");
            case NO_PAGE -> new Failure(ExitCode.FAILED, "the page cannot be reached", "check its address");
            case CERTIFICATE ->
                new Failure(
                        ExitCode.FAILED,
                        "the page's certificate is not valid, perhaps because this computer's clock is far off",
                        "--time HH:MM:SS takes the time from another clock");
            case NO_DATE ->
                new Failure(ExitCode.FAILED, "the page gives no date that can be read", "give another page");
        };
    }

    private static String all(List<Answer> answers) {
        return String.join(
                "; ",
                answers.stream()
                        .filter(Answer.Told.class::isInstance)
                        .map(answer -> said((Answer.Told) answer))
                        .toList());
    }
}
