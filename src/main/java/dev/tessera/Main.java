package dev.tessera;

/// Reads the first argument and wires everything; nothing else.
public final class Main {
    private Main() {}

    /// @param arguments the command line
    public static void main(String[] arguments) {
        System.err.println("tessera: error: nothing is wired yet, " + arguments.length + " arguments");
    }
}
