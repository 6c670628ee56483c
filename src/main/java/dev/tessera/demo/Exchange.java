package dev.tessera.demo;

import dev.tessera.demo.account.Token;

/// What an action may know of a request that passed the [Gate].
///
/// @param form the fields of a POST, or of the query of a GET
/// @param token of the browser's cookie
/// @param address where the request came from
record Exchange(Form form, Token token, String address) {}
