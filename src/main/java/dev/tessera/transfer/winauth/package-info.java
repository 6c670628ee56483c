/// WinAuth: its lists of links, these in a sealed zip, and its own file `winauth.xml`.
package dev.tessera.transfer.winauth;
