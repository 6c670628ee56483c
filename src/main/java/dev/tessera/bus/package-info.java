/// The message bus of Linux desktops: calls and signals in plain Java values.
///
///     try (var bus = Bus.at(address, "The keyring of this desktop")) {
///         var answer = bus.call(new Bus.At(service, path, type), "OpenSession", "sv", "plain", new Typed("s", ""));
///     }
@NullMarked
package dev.tessera.bus;

import org.jspecify.annotations.NullMarked;
