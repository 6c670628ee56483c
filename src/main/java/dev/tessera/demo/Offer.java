package dev.tessera.demo;

import dev.tessera.otp.Account;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.QrEncoder;
import java.util.Arrays;

/// A seed as the enrolment page shows it: as a picture, and as text.
final class Offer {
    private static final int QUIET_ZONE = 4;
    /// A whole number, so that all squares have one size on the screen.
    private static final int PIXELS_PER_MODULE = 5;

    private final String secret;
    private final String link;

    /// @param accountName without a colon, which would end the issuer's part of the label
    Offer(String issuer, String accountName, Secret seed) {
        byte[] bytes = seed.toByteArray();
        try {
            secret = Base32.encode(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        var credential = new Credential(seed, OtpParameters.Totp.standard());
        link = OtpauthUri.format(new Account(issuer, accountName, credential));
    }

    /// The `otpauth` link, in the form that every app reads.
    String link() {
        return link;
    }

    /// The link as an SVG element.
    String qrCode() {
        int side = (QrEncoder.modules(link).length + 2 * QUIET_ZONE) * PIXELS_PER_MODULE;
        var attributes = " id=\"qr\" role=\"img\" aria-label=\"QR code for your authenticator\" width=\"" + side
                + "\" height=\"" + side + "\"";
        return QrEncoder.svg(link).replaceFirst("<svg", "<svg" + attributes);
    }

    /// The secret in groups of four signs.
    String groupedSecret() {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
