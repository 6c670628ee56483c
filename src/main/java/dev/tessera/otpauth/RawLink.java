package dev.tessera.otpauth;

import java.util.Locale;

/// A link in its parts, nothing decoded: `scheme://head?query`. The head ends at the first question mark, so
/// that a raw `#` in a label cuts nothing off.
///
/// @param scheme lower case
/// @param head what stands before the query
/// @param query what stands after the first question mark; empty when there is none
record RawLink(String scheme, String head, String query) {

    static RawLink of(String text) throws OtpauthException {
        int colon = text.indexOf("://");
        if (colon < 0) {
            throw new OtpauthException("the link is incomplete: there is no \"://\" in it");
        }
        String rest = text.substring(colon + 3);
        int mark = rest.indexOf('?');
        return new RawLink(
                text.substring(0, colon).toLowerCase(Locale.ROOT),
                mark < 0 ? rest : rest.substring(0, mark),
                mark < 0 ? "" : rest.substring(mark + 1));
    }

    /// The first part of the head, lower case: `totp`.
    String type() {
        int slash = head.indexOf('/');
        return (slash < 0 ? head : head.substring(0, slash)).toLowerCase(Locale.ROOT);
    }

    /// The part of the head after the type, still encoded.
    String label() {
        int slash = head.indexOf('/');
        return slash < 0 ? "" : head.substring(slash + 1);
    }
}
