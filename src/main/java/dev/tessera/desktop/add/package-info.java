/// Adding accounts: from the screen, pictures, the clipboard, a drop or typed in; always previewed before they are
/// kept.
///
///     var model = new AddViewModel(session, ticker, threads, sources, added);
///     model.scanScreen();
package dev.tessera.desktop.add;
