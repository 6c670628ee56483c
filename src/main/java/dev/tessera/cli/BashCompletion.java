package dev.tessera.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The completion of bash. Where no command and no option fits, bash completes names of files.
final class BashCompletion {
    private BashCompletion() {}

    static String of(ShellWords words) {
        var commands = words.names().stream().map(name -> '"' + name + '"').collect(Collectors.joining(" | "));
        var cases = words.below().entrySet().stream()
                .map(entry -> "        \"" + entry.getKey() + "\") words=\""
                        + Stream.concat(
                                        entry.getValue().commands().keySet().stream(),
                                        entry.getValue().options().keySet().stream())
                                .collect(Collectors.joining(" "))
                        + "\" ;;\n")
                .collect(Collectors.joining());
        return """
                # Completion of tessera for bash.
                _tessera() {
                    local command=tessera words i
                    for ((i = 1; i < COMP_CWORD; i++)); do
                        case "$command ${COMP_WORDS[i]}" in
                            %s) command="$command ${COMP_WORDS[i]}" ;;
                        esac
                    done
                    case "$command" in
                %s    esac
                    COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
                }
                complete -o bashdefault -o default -F _tessera tessera
                """.formatted(commands, cases);
    }
}
