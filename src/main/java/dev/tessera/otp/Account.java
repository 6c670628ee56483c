package dev.tessera.otp;

/// Whose codes they are, and how they are made: what a QR code hands over.
///
/// @param issuer who asks for the codes, such as `Pexip`; empty when unknown
/// @param accountName the account there, such as `ann@example.org`; empty when unknown
/// @param credential the secret and its parameters
public record Account(String issuer, String accountName, Credential credential) {

    /// The name to lead with: the issuer, or the account name where there is none.
    public String title() {
        return issuer.isEmpty() ? accountName : issuer;
    }
}
