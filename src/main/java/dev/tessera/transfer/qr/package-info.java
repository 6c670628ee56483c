/// Accounts out of QR codes: in picture files, in PDFs, and in the web pages that programs export, with links in them.
package dev.tessera.transfer.qr;
