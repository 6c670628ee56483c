package dev.tessera.cli;

import java.util.Map;
import java.util.stream.Collectors;

/// The completion of zsh: sourced, or as a file `_tessera` in one of the folders of `fpath`.
final class ZshCompletion {
    private ZshCompletion() {}

    static String of(ShellWords words) {
        var commands = words.names().stream().map(name -> '"' + name + '"').collect(Collectors.joining(" | "));
        var cases = words.below().entrySet().stream()
                .map(entry -> "        (\"" + entry.getKey() + "\")\n            commands=("
                        + described(entry.getValue().commands()) + ")\n            options=("
                        + described(entry.getValue().options()) + ")\n            ;;\n")
                .collect(Collectors.joining());
        return """
                #compdef tessera
                # Completion of tessera for zsh.
                _tessera() {
                    local command=tessera i
                    local -a commands options
                    for ((i = 2; i < CURRENT; i++)); do
                        case "$command $words[i]" in
                            (%s) command="$command $words[i]" ;;
                        esac
                    done
                    case "$command" in
                %s    esac
                    _describe -t commands command commands
                    _describe -o -t options option options
                    _files
                }
                if [ "$funcstack[1]" = _tessera ]; then
                    _tessera "$@"
                else
                    compdef _tessera tessera
                fi
                """.formatted(commands, cases);
    }

    private static String described(Map<String, String> words) {
        return words.entrySet().stream()
                .map(word -> "'" + word.getKey() + ":"
                        + word.getValue()
                                .replace("\\", "\\\\")
                                .replace(":", "\\:")
                                .replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
