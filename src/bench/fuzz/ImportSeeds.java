import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small file of each format to begin with, those that are sealed with costs of nothing: `ImportSeeds FOLDER`.
public final class ImportSeeds {
    private ImportSeeds() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        write(folder, "links", "# list\notpauth://totp/Acme:jo?secret=JBSWY3DPEHPK3PXP&issuer=Acme&digits=8\nsteam://STEAMKEY\n"
                + "motp://Acme:jo?secret=0a0b&pin=1234\notpauth-migration://offline?data=Cg0KAQESAWEaA09kZCAE\n");
        write(folder, "ente", "otpauth://hotp/Acme:jo?secret=JBSWY3DPEHPK3PXP&counter=7"
                + "&codeDisplay=%7B%22pinned%22%3Atrue%2C%22trashed%22%3Atrue%2C%22tags%22%3A%5B%22W%22%5D%2C%22note%22%3A%22n%22%7D");
        write(folder, "ente-sealed", """
                {"version":1,"kdfParams":{"memLimit":8192,"opsLimit":1,"salt":"AAECAwQFBgcICQoLDA0ODw=="},
                "encryptedData":"DpGibYAzFl6oH1DO18IAyw7j1nRCQ","encryptionNonce":"viQCkSzJtM4Vqb2MyYl/yODEs1tHrCyn"}""");
        write(folder, "aegis", """
                {"version":1,"header":{"slots":null,"params":null},"db":{"version":3,"groups":[{"uuid":"g","name":"W"}],
                "entries":[{"type":"motp","name":"n","issuer":"i","note":"x","favorite":true,"group":"G","groups":["g"],
                "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"SHA1","digits":6,"period":30,"counter":1,"pin":"1"}}]}}""");
        write(folder, "aegis-sealed", """
                {"version":1,"header":{"slots":[{"type":1,"uuid":"1","key":"00","key_params":{"nonce":"000102030405060708090a0b",
                "tag":"000102030405060708090a0b0c0d0e0f"},"n":2,"r":1,"p":1,"salt":"00","repaired":true}],
                "params":{"nonce":"000102030405060708090a0b","tag":"000102030405060708090a0b0c0d0e0f"}},"db":"AAAA"}""");
        write(folder, "2fas", """
                {"services":[{"name":"n","secret":"JBSWY3DPEHPK3PXP","groupId":"g","otp":{"link":"otpauth://totp/a?secret=AA",
                "label":"l","account":"a","issuer":"i","digits":6,"period":30,"algorithm":"SHA1","counter":1,
                "tokenType":"HOTP"}}],"groups":[{"id":"g","name":"W"}],"schemaVersion":4}""");
        write(folder, "2fas-sealed", "{\"services\":[],\"schemaVersion\":4,\"servicesEncrypted\":\"AAAA:AAAA:AAECAwQFBgcICQoL\"}");
        write(folder, "bitwarden", """
                {"encrypted":false,"folders":[{"id":"f","name":"W"}],"items":[{"type":1,"name":"n","folderId":"f","notes":"x",
                "favorite":true,"collectionIds":["f"],"login":{"username":"u","totp":"JBSWY3DPEHPK3PXP"}}]}""");
        write(folder, "bitwarden-sealed", """
                {"encrypted":true,"passwordProtected":true,"salt":"s","kdfType":0,"kdfIterations":1,"kdfMemory":1,
                "kdfParallelism":1,"encKeyValidation_DO_NOT_EDIT":"2.AAAA|AAAA|AAAA","data":"2.AAAA|AAAA|AAAA"}""");
        write(folder, "bitwarden.csv", "folder,favorite,type,name,notes,login_username,login_totp\nW,1,login,n,\"a\"\"b\",u,JBSWY3DPEHPK3PXP\n");
        write(folder, "proton", """
                {"version":1,"entries":[{"id":"1","note":"x","content":{"uri":"otpauth://totp/a?secret=JBSWY3DPEHPK3PXP",
                "entry_type":"Totp","name":"n"}}]}""");
        write(folder, "proton-sealed", "{\"version\":1,\"salt\":\"AAAA\",\"content\":\"AAECAwQFBgcICQoLDA0ODw==\"}");
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Files.writeString(folder.resolve("import-" + name), content);
    }
}
