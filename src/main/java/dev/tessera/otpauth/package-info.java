/// The text forms of accounts: `otpauth:` links, migration payloads, and what other links are.
///
///     ScannedText scanned = ScannedText.parse(text); // a sealed type: one account, many, or what it is instead
package dev.tessera.otpauth;
