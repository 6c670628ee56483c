/// The gate: creating a vault, and unlocking one. Key derivation runs on the work thread, a problem is one sentence
/// with the next step, and what was typed stays.
///
///     var model = new UnlockViewModel(gate, file);
///     var view = new UnlockView(model);
package dev.tessera.desktop.unlock;
