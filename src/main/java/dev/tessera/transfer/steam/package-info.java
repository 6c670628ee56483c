/// Steam's authenticator: what its app keeps, and the maFiles of Steam Desktop Authenticator and steamguard-cli
/// with the manifest beside them.
package dev.tessera.transfer.steam;
