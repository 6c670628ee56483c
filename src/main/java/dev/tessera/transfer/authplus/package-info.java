/// Authenticator Plus: the zip of its export.
package dev.tessera.transfer.authplus;
