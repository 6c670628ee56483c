/// The database of Authenticator Plus.
package dev.tessera.transfer.authenticatorplus;
