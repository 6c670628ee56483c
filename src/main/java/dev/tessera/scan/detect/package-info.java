/// The detector: a grey picture in, every QR code in it out. It knows no toolkit, no file and no screen.
///
///     Sighting sighting = new QrDetector(deadline).search(picture);
///     sighting.symbols().forEach(symbol -> use(symbol.text()));
///
/// How it works, and how well, is told in docs/scanner.md.
package dev.tessera.scan.detect;
