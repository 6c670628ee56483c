/// 1Password: the zip of its own form, and CSV.
package dev.tessera.transfer.onepassword;
