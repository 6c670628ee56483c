/// The login side for demonstration: a small web server that invites people, has them set up one-time codes
/// by a QR code, and asks for these codes at log-in.
///
///     try (var server = DemoServer.start(DemoOptions.standard())) {
///         System.out.println(server.address());
///     }
package dev.tessera.demo;
