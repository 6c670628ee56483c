package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.vault.file.VaultKit.Layer;

/// The part of the kit that is sealed rightly, and wrong inside.
final class ContentKit {
    private final VaultKit kit;

    ContentKit(VaultKit kit) {
        this.kit = kit;
    }

    void add() {
        json();
        entries();
    }

    private void json() {
        content("text", "hello");
        content("array", "[" + KitFile.content() + "]");
        content("number", "1");
        content("null", "null");
        content("cut-off", KitFile.content().substring(0, 300));
        content("two-objects", KitFile.content() + KitFile.content());
        content("byte-order-mark", "\uFEFF" + KitFile.content());
        content("space-first", " " + KitFile.content());
        content("comment", KitFile.content().replace("\"tags\"", "/* */\"tags\""));
        content("single-quotes", KitFile.content().replace("\"tags\"", "'tags'"));
        content("bare-name", KitFile.content().replace("\"tags\"", "tags"));
        content("comma-too-many", KitFile.content().replace("\"settings\":{}", "\"settings\":{},"));
        content("name-twice", KitFile.content().replace("\"tags\":[]", "\"tags\":[],\"tags\":[]"));
        content("entries-no-array", KitFile.content().replace("\"tombstones\":[]", "\"tombstones\":{}"));
        content("tags-a-number", KitFile.content().replace("\"tags\":[],\"tombstones\"", "\"tags\":1,\"tombstones\""));
        content("settings-an-array", KitFile.content().replace("\"settings\":{}", "\"settings\":[]"));
        content("ancestry-of-numbers", KitFile.content().replace("\"ancestry\":[]", "\"ancestry\":[1]"));
        content("version-a-text", KitFile.content().replace("\"version\":1", "\"version\":\"1\""));
        content("version-too-large", KitFile.content().replace("\"version\":1", "\"version\":99999999999"));
        content("not-a-number", KitFile.content().replace("\"settings\"", "\"x\":NaN,\"settings\""));
        content("control-character", KitFile.content().replace("\"settings\"", "\"x\":\"\u0001\",\"settings\""));
        content("a-zero-within", KitFile.content().replace("\"settings\"", "\"x\":\0,\"settings\""));
        content(
                "nested-too-deep",
                KitFile.content()
                        .replace("\"settings\"", "\"x\":" + "[".repeat(1500) + "]".repeat(1500) + ",\"settings\""));
        kit.add(
                "json-utf-16",
                Layer.JSON,
                file -> file.content(KitFile.content().getBytes(UTF_16BE)));
        kit.add(
                "json-half-a-character",
                Layer.JSON,
                file -> file.content(replaced(KitFile.content().getBytes(UTF_8), (byte) 'A', (byte) 0xC3)));
        kit.add(
                "json-no-version",
                Layer.CONTENT_VERSION,
                file -> file.content(KitFile.content().replace("\"version\":1,", "")));
        kit.add(
                "json-version-0",
                Layer.CONTENT_VERSION,
                file -> file.content(KitFile.content().replace("\"version\":1", "\"version\":0")));
        kit.add(
                "json-version-below-0",
                Layer.CONTENT_VERSION,
                file -> file.content(KitFile.content().replace("\"version\":1", "\"version\":-1")));
    }

    private void entries() {
        entry("of-later-kind", "\"kind\":\"totp\"", "\"kind\":\"ocra\"");
        entry("without-id", "\"id\":\"00000000-0000-4000-8000-000000000001\",", "");
        entry("id-no-uuid", "00000000-0000-4000-8000-000000000001", "1");
        entry("id-of-the-other", "000000000001", "000000000002");
        entry("without-account", "\"account\"", "\"konto\"");
        entry("without-secret", "\"secret\"", "\"geheim\"");
        entry("secret-empty", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=", "");
        entry("secret-no-base64", "MTIz", "*TIz");
        entry("algorithm-unknown", "SHA1", "MD5");
        entry("algorithm-missing", "\"algorithm\":\"SHA1\",", "");
        entry("digits-0", "\"digits\":6", "\"digits\":0");
        entry("digits-11", "\"digits\":6", "\"digits\":11");
        entry("digits-a-text", "\"digits\":6", "\"digits\":\"6\"");
        entry("digits-broken", "\"digits\":6", "\"digits\":6.5");
        entry("period-0", "\"period\":30", "\"period\":0");
        entry("period-below-0", "\"period\":30", "\"period\":-30");
        entry("period-too-large", "\"period\":30", "\"period\":99999999999");
        entry("counter-of-another-kind", "\"period\":30", "\"period\":30,\"counter\":1");
        entry("count-below-0", "\"count\":0", "\"count\":-1");
        entry("revision-0", "\"revision\":1", "\"revision\":-1");
        entry("created-no-time", "\"created\":\"2026-11-25T12:00:00Z\"", "\"created\":\"yesterday\"");
        entry("pinned-a-text", "\"pinned\":false", "\"pinned\":\"no\"");
        entry("name-twice", "\"name\":\"a\"", "\"name\":\"a\",\"name\":\"b\"");
        entry("tag-no-uuid", "\"details\":{\"tags\":[]", "\"details\":{\"tags\":[\"x\"]");
        kit.add(
                "entry-a-number",
                Layer.SET_ASIDE,
                file -> file.content(KitFile.content().replace(KitFile.entry(1), "17")));
        kit.add(
                "entry-an-array",
                Layer.SET_ASIDE,
                file -> file.content(KitFile.content().replace(KitFile.entry(1), "[" + KitFile.entry(1) + "]")));
    }

    private void content(String name, String json) {
        kit.add("json-" + name, Layer.JSON, file -> file.content(json));
    }

    private void entry(String name, String right, String wrong) {
        String changed = KitFile.entry(1).replace(right, wrong);
        if (changed.equals(KitFile.entry(1))) {
            throw new AssertionError(name + " changes nothing");
        }
        kit.add(
                "entry-" + name,
                Layer.SET_ASIDE,
                file -> file.content(KitFile.content().replace(KitFile.entry(1), changed)));
    }

    private static byte[] replaced(byte[] bytes, byte from, byte to) {
        byte[] changed = bytes.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = changed[i] == from ? to : changed[i];
        }
        return changed;
    }
}
