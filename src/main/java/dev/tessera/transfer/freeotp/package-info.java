/// FreeOTP and what came from it: three containers, a JSON file, preferences of Android and a serialised map of Java,
/// with the same JSON for each token.
package dev.tessera.transfer.freeotp;
