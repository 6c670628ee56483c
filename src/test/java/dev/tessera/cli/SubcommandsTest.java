package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SubcommandsTest {
    @Test
    void eachStandsUnderTheNameThatItSaysItHas() {
        var surroundings = Surroundings.ofThisMachine(
                new Launchers(_ -> 0, _ -> 0, (_, _) -> 0, (_, _) -> 0), QuickCode.Ending.NOT_HERE);
        var commands = TesseraCommand.commands(surroundings).getSubcommands();
        assertThat(commands.keySet()).isEqualTo(Subcommands.names());
        assertThat(commands.values())
                .extracting(CommandLine::getCommandName)
                .containsExactlyElementsOf(commands.keySet());
    }

    @Test
    void thoseThatStandInTheCommandLineAreMeant() {
        assertThat(Subcommands.meantBy(List.of("--vault", "a", "list", "--json")))
                .containsExactly("list");
        assertThat(Subcommands.meantBy(List.of("rm", "code"))).containsExactlyInAnyOrder("rm", "code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "lsit", "--vualt", "", "completion"})
    void helpMistakesAndCompletionNeedAll(String argument) {
        assertThat(Subcommands.meantBy(List.of(argument))).isEqualTo(Subcommands.names());
        assertThat(Subcommands.meantBy(List.of("list", "--help"))).isEqualTo(Subcommands.names());
    }
}
