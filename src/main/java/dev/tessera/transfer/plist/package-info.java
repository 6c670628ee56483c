/// Apple's binary property lists, and the archives of objects that are made of them.
///
///     var root = KeyedArchive.parse(bytes).root();
///     root.list("Folders").forEach(folder -> folder.text("name"));
package dev.tessera.transfer.plist;
