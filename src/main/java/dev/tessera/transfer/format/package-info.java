/// The formats, one class each. [Formats] lists them in the order in which a file is held against them.
package dev.tessera.transfer.format;
