package dev.tessera.otp;

/// The hash under the HMAC of RFC 4226 and RFC 6238 section 1.2.
public enum HmacAlgorithm {
    SHA1("HmacSHA1"),
    SHA256("HmacSHA256"),
    SHA512("HmacSHA512");

    private final String jcaName;

    HmacAlgorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    /// The standard name for [javax.crypto.Mac#getInstance(String)].
    public String jcaName() {
        return jcaName;
    }
}
