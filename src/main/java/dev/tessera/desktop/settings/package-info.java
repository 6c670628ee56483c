/// What a person may choose about the window: each choice is a [Setting], all of them are kept for one computer in
/// [Settings], and shown in a sheet.
///
///     var settings = Settings.in(Optional.of(file), work, problem -> {});
///     settings.of(Setting.LOOK).subscribe(look -> …);
@NullMarked
package dev.tessera.desktop.settings;

import org.jspecify.annotations.NullMarked;
