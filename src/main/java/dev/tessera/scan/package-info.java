/// Pictures to text, and text to a QR code.
///
///     ScanResult result = new QrDecoder().decode(image);
///     result.symbols().forEach(symbol -> use(symbol.text()));
package dev.tessera.scan;
