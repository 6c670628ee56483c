package dev.tessera.transfer.kdbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.UnsupportedImportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeePassXmlTest {
    private static final String ENTRY =
            "<Entry><Tags>a;b, c</Tags><String><Key>otp</Key><Value>GEZDGNBV</Value></String></Entry>";

    private static String file(String meta, String groups) {
        return "<?xml version=\"1.0\"?><KeePassFile><Meta>" + meta + "</Meta><Root>" + groups
                + "<DeletedObjects/></Root></KeePassFile>";
    }

    private static String group(String uuid, String name, String content) {
        return "<Group><UUID>" + uuid + "</UUID>" + content + "<Name>" + name + "</Name></Group>";
    }

    @Test
    void groupsAreAPathBelowTheRoot() throws ImportException {
        var database = KeePassXml.read(file(
                "", group("1", "Root", ENTRY + group("2", "Work", ENTRY + group("3", "Deep", ENTRY)))));
        assertThat(database.entries()).extracting(KeePassEntry::group).containsExactly("", "Work", "Work/Deep");
        assertThat(database.entries().getFirst().tags()).containsExactly("a", "b", " c");
    }

    @Test
    void theBinAndAllBelowItDoNotCountWhereItIsSwitchedOn() throws ImportException {
        var groups = group("1", "Root", group("2", "Bin", ENTRY + group("3", "Old", ENTRY)) + ENTRY);
        var bin = "<RecycleBinUUID>2</RecycleBinUUID>";
        var on = KeePassXml.read(file("<RecycleBinEnabled>True</RecycleBinEnabled>" + bin, groups));
        assertThat(on.entries()).hasSize(1);
        assertThat(on.binned()).hasSize(2);
        var off = KeePassXml.read(file("<RecycleBinEnabled>False</RecycleBinEnabled>" + bin, groups));
        assertThat(off.entries()).hasSize(3);
    }

    @Test
    void withoutAnIdTheBinIsNoGroup() throws ImportException {
        var database = KeePassXml.read(
                file("<RecycleBinEnabled>True</RecycleBinEnabled>", "<Group><Name>Root</Name>" + ENTRY + "</Group>"));
        assertThat(database.entries()).hasSize(1);
        assertThat(database.binned()).isEmpty();
    }

    @Test
    void aLongNoteOfManyReferencesIsRead() throws ImportException {
        var note = "<String><Key>Notes</Key><Value>" + "&quot;&#97;".repeat(200_000) + "</Value></String>";
        var noted = ENTRY.replace("</Entry>", note + "</Entry>");
        var database = KeePassXml.read(file("", group("1", "Root", noted)));
        assertThat(database.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.text("Notes")).isEqualTo("\"a".repeat(200_000)));
    }

    @Test
    void noTextOfAnEntryIsTold() throws ImportException {
        assertThat(KeePassXml.read(file("", group("1", "Root", ENTRY)))
                        .entries()
                        .toString())
                .doesNotContain("GEZD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><KeePassFile><Root><Group><Name>&b;</Name></Group></Root></KeePassFile>",
                "<!DOCTYPE a [<!ENTITY b \"cc\">]><KeePassFile><Root/></KeePassFile>",
                "<KeePassFile><Root><Group><Name>&b;</Name></Group></Root></KeePassFile>",
                "<KeePassFile><Root><Group>",
                "<KeePassFile><Meta/></KeePassFile>",
                "<KeePassFile><Root><Group><Name><b/></Name></Group></Root></KeePassFile>",
                "<KeePassFile/>more"
            })
    void whatNoProgramWritesIsRefusedWithoutItsContent(String text) {
        assertThat(KeePassXml.isMeant(text)).isTrue();
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> KeePassXml.read(text))
                .withMessageNotContaining("passwd");
    }

    @Test
    void groupsWithoutEndAreRefused() {
        assertThatExceptionOfType(ImportException.class)
                .isThrownBy(() -> KeePassXml.read(file("", "<Group>".repeat(100_000))));
        var deep = file("", "<Group>".repeat(65) + "</Group>".repeat(65));
        assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> KeePassXml.read(deep));
    }

    @Test
    void aValueLongerThanAnyIsRefused() {
        var longest = ENTRY.replace("GEZDGNBV", "A".repeat(4_000_001));
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(() -> KeePassXml.read(file("", group("1", "Root", longest))));
    }

    @Test
    void protectedValuesOutsideTheirDatabaseAreTold() {
        var hidden = ENTRY.replace("<Value>", "<Value Protected=\"True\">");
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> KeePassXml.read(file("", group("1", "Root", hidden))))
                .withMessageContaining("import the database itself");
    }
}
