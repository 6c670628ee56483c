package dev.tessera.scan;

import java.util.List;
import java.util.Optional;

/// What one picture held.
///
/// @param symbols every code read, from top to bottom
/// @param reason why nothing was read; empty when something was
public record ScanResult(List<QrSymbol> symbols, Optional<NotFoundReason> reason) {
    public ScanResult {
        symbols = List.copyOf(symbols);
    }

    /// The same for a picture so many times smaller.
    ScanResult smaller(int times) {
        return new ScanResult(
                symbols.stream().map(symbol -> symbol.smaller(times)).toList(), reason);
    }
}
