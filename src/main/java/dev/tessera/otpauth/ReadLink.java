package dev.tessera.otpauth;

/// What a link to one account can turn out to be.
sealed interface ReadLink permits OtpauthUri, PinlessUri {}
