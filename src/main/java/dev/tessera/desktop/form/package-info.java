/// What forms of accounts are made of: numbers, fields, a card with the live code.
@NullMarked
package dev.tessera.desktop.form;

import org.jspecify.annotations.NullMarked;
