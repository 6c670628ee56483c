/// Accounts out of the files of other programs: what a file is, what of it can be used, and why the rest cannot.
/// [dev.tessera.transfer.format.Formats] knows every format. How one is added: docs/transfer.md.
///
///     try (var file = ImportFile.read(path);
///             var found = Formats.all().read(file)) {
///         found.entries().forEach(entry -> …);
///     }
package dev.tessera.transfer;
