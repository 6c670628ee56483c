/// The forms in which people get their accounts out of Authy, which has no export of its own.
package dev.tessera.transfer.authy;
