/// Sockets between processes of one person: a folder that nobody else may enter, a place for each vault, and who is at
/// the other end. What is said over them is the matter of `desktop.instance` and `agent`.
package dev.tessera.socket;
