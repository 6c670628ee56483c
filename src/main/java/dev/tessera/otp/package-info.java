/// One-time codes: RFC 4226 (HOTP), RFC 6238 (TOTP) and the few other kinds that people meet.
///
///     var credential = new Credential(secret, OtpParameters.Totp.standard());
///     Code code = credential.codeAt(Instant.now());
///
/// Uses the JDK alone. Time is an argument; nothing here reads a clock or stores anything.
package dev.tessera.otp;
