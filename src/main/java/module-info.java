import org.jspecify.annotations.NullMarked;

/// Tessera, a desktop authenticator. Nothing of it is an API for others: it exports what JavaFX must
/// call, and opens what Jackson and picocli must read.
@NullMarked
module dev.tessera {
    requires static org.jspecify;
    requires org.bouncycastle.provider;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires java.desktop; // screen capture, ImageIO, the clipboard of the command line
    requires java.xml; // settings of Android apps, to import from
    requires java.net.http; // network cameras; the walk through the demo login side; the time by a web page
    requires java.logging;
    requires jdk.net; // who is at the other end of a socket
    requires jdk.charsets; // QR codes in Shift_JIS, GBK and other old sets
    requires javafx.controls;
    requires javafx.swing; // pictures between AWT and JavaFX
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.simpleicons;
    requires com.nulabinc.zxcvbn;
    requires org.freedesktop.dbus; // the keyring of the desktop
    requires com.google.zxing; // automatic module: it has no descriptor of its own
    requires com.google.zxing.javase; // automatic
    requires com.twelvemonkeys.imageio.webp; // automatic; ImageIO finds it by itself
    requires org.apache.pdfbox; // automatic
    requires org.apache.pdfbox.io; // automatic
    requires org.apache.fontbox; // automatic
    requires zip4j; // automatic
    requires org.apache.commons.net; // packets of time servers
    requires webcam.capture; // automatic
    requires bridj; // automatic
    requires org.slf4j;

    // The demo login side, a module of its own in the packages: packaging/Modules.java takes it apart.
    requires java.sql;
    requires org.eclipse.jetty.server;
    requires com.h2database; // automatic
    requires org.postgresql.jdbc; // automatic
    requires java.naming; // which both of these want, and say so nowhere
    requires com.zaxxer.hikari;
    requires com.samskivert.jmustache;
    requires jakarta.mail;
    requires org.eclipse.angus.mail.smtp; // the provider that Jakarta Mail sends with

    uses dev.tessera.cli.DemoPackage;

    provides dev.tessera.cli.DemoPackage with
            dev.tessera.walk.InstalledDemo;

    opens dev.tessera.vault.file to
            com.fasterxml.jackson.databind; // its JSON records
    opens dev.tessera.cli to
            info.picocli; // it reads the commands' annotations and sets their fields
}
