/// The forms of Stratum, formerly Authenticator Pro.
package dev.tessera.transfer.stratum;
