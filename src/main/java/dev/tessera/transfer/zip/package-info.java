/// Zip files of other programs, read in memory alone and within bounds, plain or sealed by ZipCrypto or WinZip's AES.
///
///     var archive = ZipArchive.of(file);
///     var member = archive.find("export.data").orElseThrow();
///     try (var inner = ImportFile.of(archive.read(member))) { … }
package dev.tessera.transfer.zip;
