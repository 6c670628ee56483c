/// One account: its names, tags, note and numbers edited, its QR code shown.
@NullMarked
package dev.tessera.desktop.detail;

import org.jspecify.annotations.NullMarked;
