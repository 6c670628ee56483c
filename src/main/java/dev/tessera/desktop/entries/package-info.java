/// The list of codes: cards, search, copying, the card menu.
///
///     var model = new EntriesViewModel(session, ticker, clock, threads, pasteboard);
///     var view = new EntriesView(model, actions, waysToAdd);
package dev.tessera.desktop.entries;
