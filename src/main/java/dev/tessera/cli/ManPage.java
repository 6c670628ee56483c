package dev.tessera.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The manual page of one command, in the language of man(7), from what `--help` tells of it.
final class ManPage {
    private final StringBuilder page = new StringBuilder();
    private final CommandSpec command;

    private ManPage(CommandSpec command) {
        this.command = command;
    }

    /// @param command with its place below others
    static String of(CommandSpec command) {
        return new ManPage(command).write();
    }

    /// `tessera-vault-create` for `tessera vault create`.
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private String write() {
        line(".TH " + quoted(name(command).toUpperCase(Locale.ROOT)) + " 1 \"\" "
                + quoted(String.join("", command.root().version())) + " " + quoted("Tessera"));
        section("NAME");
        text(name(command) + " - "
                + withoutStop(String.join(" ", command.usageMessage().description())));
        section("SYNOPSIS");
        line(".nf");
        text(command.commandLine().getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
        line(".fi");
        section("DESCRIPTION");
        text(String.join(" ", command.usageMessage().description()));
        parameters();
        options();
        commands();
        notes();
        exitCodes();
        return page.toString();
    }

    private void parameters() {
        if (!command.positionalParameters().isEmpty()) {
            section("ARGUMENTS");
            command.positionalParameters()
                    .forEach(parameter -> item(parameter.paramLabel(), List.of(parameter.description())));
        }
    }

    private void options() {
        if (!command.options().isEmpty()) {
            section("OPTIONS");
            command.options().forEach(option -> item(head(option), List.of(option.description())));
        }
    }

    private static String head(OptionSpec option) {
        var names = String.join(", ", option.names());
        return option.arity().max() == 0
                ? names
                : names + " "
                        + (option.paramLabel() + " ")
                                .repeat(option.arity().min() == 2 ? 2 : 1)
                                .strip();
    }

    private void commands() {
        if (!command.subcommands().isEmpty()) {
            section("COMMANDS");
            command.subcommands()
                    .forEach((_, below) -> item(
                            name(below.getCommandSpec()) + "(1)",
                            List.of(below.getCommandSpec().usageMessage().description())));
        }
    }

    private void notes() {
        var footer = command.usageMessage().footer();
        if (footer.length > 0) {
            section("NOTES");
            line(".nf");
            List.of(footer).stream()
                    .dropWhile(String::isBlank)
                    .map(note -> Ansi.OFF.string(note))
                    .forEach(this::text);
            line(".fi");
        }
    }

    private void exitCodes() {
        section("EXIT STATUS");
        for (var code : ExitCode.values()) {
            item(Integer.toString(code.number()), List.of(sentence(code.meaning())));
        }
    }

    private void item(String head, List<String> body) {
        line(".TP");
        line(".B " + escaped(head));
        text(String.join(" ", body));
    }

    private void section(String name) {
        line(".SH " + quoted(name));
    }

    private void text(String text) {
        var escaped = escaped(text);
        line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("~", "\\(ti")
                .replace("^", "\\(ha");
    }

    private static String quoted(String text) {
        return "\"" + escaped(text).replace("\"", "\\(dq") + "\"";
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
