/// The browser extension Authenticator: a JSON object of entries, each sealed or not, and lists of links.
package dev.tessera.transfer.extension;
