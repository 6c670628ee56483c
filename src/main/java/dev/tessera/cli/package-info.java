/// The command line: commands, prompts, output for persons and for scripts, exit codes.
///
///     int exitCode = Program.run(arguments, Surroundings.ofThisMachine(launchers, quick));
///
/// What it says and how it ends is told in docs/command-line.md, and stays as it is.
package dev.tessera.cli;
