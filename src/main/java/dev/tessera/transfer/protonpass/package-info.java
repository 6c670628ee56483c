/// Proton Pass: a zip with JSON, that JSON, and CSV.
package dev.tessera.transfer.protonpass;
