package dev.tessera.cli;

/// What the package `tessera-demo` adds: a service, found by [java.util.ServiceLoader] where that package is installed.
public interface DemoPackage extends Launchers.Demo, Launchers.Trial {}
