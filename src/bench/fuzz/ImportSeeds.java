import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import java.util.HexFormat;
import java.nio.ByteBuffer;
import java.util.List;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;

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
        write(folder, "raivo", """
                [{"issuer":"i","account":"a","secret":"JBSWY3DPEHPK3PXP","kind":"HOTP","algorithm":"SHA1","digits":"6","timer":"30",
                "counter":"1","pinned":"true"}]""");
        write(folder, "1password", """
                {"accounts":[{"vaults":[{"attrs":{"name":"V"},"items":[{"favIndex":1,"overview":{"title":"t","url":"https://a.b/",
                "tags":["x"]},"details":{"notesPlain":"n","loginFields":[{"designation":"username","value":"a"}],
                "sections":[{"fields":[{"value":{"totp":"JBSWY3DPEHPK3PXP"}}]}]}}]}]}]}""");
        write(folder, "1password.csv", "Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\n,a.b,u,p,JBSWY3DPEHPK3PXP,true,false,x;y,n\n");
        write(folder, "proton-pass", """
                {"vaults":{"v":{"name":"V","items":[{"state":2,"pinned":true,"data":{"metadata":{"name":"n","note":"x"},
                "content":{"totpUri":"JBSWY3DPEHPK3PXP","itemEmail":"e","sections":[{"sectionFields":[{"fieldName":"f","type":"totp",
                "data":{"totpUri":"otpauth://totp/a?secret=AA"}}]}]},"extraFields":[]}}]}}}""");
        write(folder, "proton-pass.csv", "type,name,url,email,username,password,note,totp,createTime,modifyTime,vault\nlogin,n,a.b,e,u,p,x,JBSWY3DPEHPK3PXP,1,2,V\n");
        write(folder, "winauth", "otpauth://totp/a?secret=AAAA&icon=x&serial=1\notpauth://totp/Steam:a?secret=AA&digits=5&deviceid=x"
                + "&data=%7B%22shared_secret%22%3A%22AAAA%22%2C%22revocation_code%22%3A%22R%22%7D\n");
        write(folder, "winauth.xml", """
                <?xml version="1.0"?><WinAuth><WinAuthAuthenticator type="WinAuth.HOTPAuthenticator"><name>a:b</name>
                <authenticatordata><secretdata>3132&#9;6&#9;SHA1&#9;30|1</secretdata></authenticatordata></WinAuthAuthenticator>
                <WinAuthAuthenticator><authenticatordata encrypted="y">57494e4155544833</authenticatordata></WinAuthAuthenticator></WinAuth>""");
        write(folder, "lastpass", """
                {"localDeviceId":"","accounts":[{"issuerName":"i","originalUserName":"u","secret":"JBSWY3DPEHPK3PXP","timeStep":30,"digits":6,
                "isFavorite":true,"algorithm":"SHA1","folderData":{"folderId":2}}],"folders":[{"id":2,"name":"W"}]}""");
        write(folder, "2fauth", """
                {"app":"2fauth_v5","data":[{"otp_type":"steamtotp","account":"a","service":"s","secret":"JBSWY3DPEHPK3PXP","digits":6,
                "algorithm":"sha1","period":30,"counter":1}]}""");
        write(folder, "extension", """
                {"a":{"hash":"a","type":"hhex","secret":"3132","issuer":"A::b","counter":1},"key":{"enc":"U2FsdGVkX18xMjM0NTY3OAAAAAAAAAAAAAAAAAAAAAA="},
                "b":{"hash":"b","type":"battle","encrypted":true,"secret":"U2FsdGVkX18xMjM0NTY3OAAAAAAAAAAAAAAAAAAAAAA="},
                "c":{"dataType":"EncOTPStorage","keyId":"k","data":"AAAA"}}""");
        writeZip(folder, "zip-1password", "export.data", "{\"accounts\":[]}");
        writeZip(folder, "zip-proton-pass", "Proton Pass/data.json", "{\"vaults\":{}}");
        writeZip(folder, "zip-raivo", "raivo-otp-export.json", "[]");
        writeZip(folder, "zip-authenticator-plus", "Accounts.txt", "otpauth://totp/a?secret=3132333435363738\n");
        write(folder, "keepass.xml", """
                <?xml version="1.0"?><KeePassFile><Meta><RecycleBinEnabled>True</RecycleBinEnabled><RecycleBinUUID>b</RecycleBinUUID>
                </Meta><Root><Group><UUID>r</UUID><Name>R</Name><Entry><Tags>a;b</Tags><String><Key>Title</Key><Value>T</Value></String>
                <String><Key>otp</Key><Value ProtectInMemory="True">key=JBSWY3DPEHPK3PXP&amp;step=30&amp;type=hotp&amp;counter=1</Value></String>
                <String><Key>TimeOtp-Secret-Hex</Key><Value>00</Value></String><String><Key>TOTP Seed</Key><Value>AAAA</Value></String>
                <String><Key>TOTP Settings</Key><Value>30;S</Value></String><History><Entry/></History></Entry>
                <Group><UUID>b</UUID><Name>B</Name></Group></Group></Root></KeePassFile>""");
        write(folder, "keepass.csv", "Group,Title,Username,Password,URL,Notes,TOTP\nRoot/W,T,u,p,h,n,"
                + "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&digits=6&encoder=steam\n");
        write(folder, "steam", "{\"accounts\":{\"1\":{\"shared_secret\":\"MTIzNDU=\",\"account_name\":null,\"steamid\":1,"
                + "\"uri\":\"otpauth://totp/Steam:a?secret=AA&issuer=Steam\",\"revocation_code\":\"R\",\"Session\":{\"SteamID\":1}}}}");
        write(folder, "steam-manifest", "{\"encrypted\":true,\"entries\":[{\"filename\":\"1.maFile\",\"encryption_salt\":\"AAAA\","
                + "\"encryption_iv\":\"AAAA\",\"encryption\":{\"scheme\":\"s\",\"salt\":\"AA\",\"iv\":\"AA\"}}]}");
        write(folder, "keeper", "{\"records\":[{\"title\":\"T\",\"login\":\"u\",\"folders\":[{\"folder\":\"F\"}],"
                + "\"custom_fields\":{\"$oneTimeCode::1\":[\"JBSWY3DPEHPK3PXP\"]}}]}");
        write(folder, "keeper.csv", "F,T,u,p,h,n,,TFC:Keeper,JBSWY3DPEHPK3PXP\n");
        write(folder, "enpass", "{\"folders\":[{\"uuid\":\"f\",\"title\":\"F\"}],\"items\":[{\"title\":\"T\",\"folders\":[\"f\"],"
                + "\"fields\":[{\"uid\":1,\"type\":\"totp\",\"value\":\"JBSWY3DPEHPK3PXP\",\"deleted\":0}]}]}");
        write(folder, "lastpass.csv", "url,username,password,totp,extra,name,grouping,fav\nh,u&amp;,p,JBSWY3DPEHPK3PXP,n,T,G,1\n");
        write(folder, "dashlane.csv", "username,username2,username3,title,password,note,url,category,otpUrl\nu,,,T,p,n,h,c,JBSWY3DPEHPK3PXP\n");
        write(folder, "apple.csv", "Title,URL,Username,Password,Notes,OTPAuth\nT,h,u,p,n,otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\n");
        write(folder, "safari.csv", "Title,Url,Username,Password,OTPAuth\n,\"h\",u,p,JBSWY3DPEHPK3PXP\n");
        write(folder, "dashlane-secret.csv", "username,username2,username3,title,password,note,url,category,otpSecret\nu,v,w,T,p,\"a\nb\",h,c,JBSWY3DPEHPK3PXP\n");
        write(folder, "safeincloud.csv", "Title,Login,Password,URL,Notes,OTP\nT,u,p,h,n,JBSW Y3DP\n");
        write(folder, "synology.csv", "\ufeffDisplay_Name,Login_Username,Login_Password,Login_URLs,Login_TOTP,Notes,Favorite\nT,u,p,h,JBSWY3DPEHPK3PXP,n,true\n");
        write(folder, "myki.csv", "url,username,password,additionalInfo,nickname,twofaSecret\nh,u,p,n,T,jbswy3dpehpk3pxp\n");
        write(folder, "lastpass-iphone", """
                {"deviceId":"d","localDeviceId":"l","version":1,"accounts":[{"issuerName":null,"originalIssuerName":"i","userName":"",
                "originalUserName":"u","secret":"JBSW Y3DP","timeStep":60,"digits":8,"algorithm":"SHA256","isFavorite":false,
                "folderData":{"folderId":1,"position":0}}],"folders":[{"id":1,"name":"Favorites","isOpened":true}]}""");
        write(folder, "lastpass-rows.csv", "url,username,password,totp,extra,name,grouping,fav\r\r\nh,u,p,,\"a\r\r\nb\",T,G\\H,0\r\r\n");
        write(folder, "pgp", "-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----\n");
        write(folder, "transfer", "otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZSABKAEwAhABGAMgASjn7QM%3D\n");
        write(folder, "table.csv", "name;2fa;email;tags\nT;JBSWY3DPEHPK3PXP;u;a,b\n");
        write(folder, "pass", "password\notpauth://totp/a?secret=JBSWY3DPEHPK3PXP\n");
        // Databases whose keys cost nothing: the head of each, for the fuzzer to go on with.
        write(folder, "keepass3", HexFormat.of().parseHex("03d9a29a67fb4bb501000300" + "02100031c1f2e6bf714350be5805216afc5aff"
                + "03040001000000" + "042000" + "01".repeat(32) + "052000" + "02".repeat(32) + "0608000100000000000000"
                + "071000" + "03".repeat(16) + "082000" + "04".repeat(32) + "092000" + "05".repeat(32) + "0a040002000000"
                + "000000" + "06".repeat(64)));
        write(folder, "otpclient", HexFormat.of().parseHex("4f5450436c69656e74" + "00000003" + "01".repeat(48) + "000000010000000800000001"
                + "02".repeat(32)));
        write(folder, "proton-sealed", "{\"version\":1,\"salt\":\"AAAA\",\"content\":\"AAECAwQFBgcICQoLDA0ODw==\"}");
        phones(folder);
        others(folder);
    }

    private static void others(Path folder) throws IOException {
        write(folder, "freeotp-plus", """
                {"tokenOrder":["a:b"],"tokens":[{"algo":"SHA1","counter":1,"digits":6,"issuerExt":"Steam","issuerInt":"i",
                "issuerAlt":"x","label":"l","labelAlt":"m","period":30,"secret":[72,-1,101],"type":"TOTP"}]}""");
        write(folder, "freeotp.xml", "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n"
                + "<string name=\"a:b\">{&quot;secret&quot;:[72,-1],&quot;label&quot;:&quot;l&quot;,&quot;type&quot;:&quot;HOTP&quot;}</string>"
                + "<string name=\"tokenOrder\">[&quot;a:b&quot;]</string></map>");
        write(folder, "freeotp2", freeOtp2());
        write(folder, "andotp", """
                [{"secret":"JBSWY3DPEHPK3PXP","issuer":"i","label":"i:l","digits":6,"type":"MOTP","algorithm":"SHA1",
                "period":30,"counter":1,"pin":"1","tags":["W"]},{"secret":"JBSWY3DPEHPK3PXP","label":"i - l","type":"TOTP"}]""");
        write(folder, "andotp-sealed", new byte[] {
            0, 0, 3, (byte) 0xe8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
            28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50
        });
        write(folder, "cotp", """
                {"version":2,"elements":[{"secret":"JBSWY3DPEHPK3PXP","issuer":"i","label":"l","digits":6,"type":"YANDEX",
                "algorithm":"OTPSha1","period":30,"counter":1,"pin":"1"}]}""");
        write(folder, "cotp-links", "{\"items\":[\"otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&lock=false\"]}");
        write(folder, "authme", "{\"role\":\"codes\",\"encrypted\":false,\"codes\":\"TmFtZTogYQpTZWNyZXQ6IEdFWkRHTkJWCklzc3VlcjogaQpUeXBlOiBPVFBfVE9UUA==\",\"version\":3}");
        write(folder, "authme-groups", "{\"role\":\"codes\",\"encrypted\":false,\"date\":\"2024\",\"codes\":\"" + base64("""
                Name:   ann: a
                Secret: GEZDGNBVGY3TQOJQ
                Issuer: A
                Type:   OTP_TOTP

                Name:   bob
                Secret: gezd gnbv
                Issuer:
                Type:   OTP_HOTP
                """) + "\",\"version\":3}");
        write(folder, "2fast", """
                {"Collection":[{"Label":"AAECAwQFBgcICQoLDA0ODw==","Issuer":"AAECAwQFBgcICQoLDA0ODw==","OTPType":null,
                "SecretByteArray":"AAECAwQFBgcICQoLDA0ODw==","Notes":"","Period":30,"TotpSize":6,"HashMode":1,
                "IsFavourite":true}],"IV":"AAECAwQFBgcICQoLDA0ODw==","Version":1}""");
        write(folder, "page.html", "<!DOCTYPE html><html><!-- c --><style>a</style><script>b</script><td title='x>y'><code>"
                + "otpauth://totp/A &amp; B?secret=JBSWY3DPEHPK3PXP&amp;digits=8</code><a href=\"otpauth://totp/a?secret=AA&#38;x\">"
                + "<img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='>");
    }

    private static void phones(Path folder) throws IOException {
        write(folder, "stratum", """
                {"Authenticators":[{"Type":3,"Issuer":"i","Username":"u","Secret":"0a0b","Pin":"1","Algorithm":1,"Digits":6,
                "Period":30,"Counter":1}],"Categories":[{"Id":"c","Name":"W"}],
                "AuthenticatorCategories":[{"CategoryId":"c","AuthenticatorSecret":"0a0b"}]}""");
        write(folder, "stratum-page", "<html><title>Stratum Backup</title><code>otpauth://totp/a?secret=JBSWY3DPEHPK3PXP</code>");
        write(folder, "stratum-legacy", "AuthenticatorPro" + "0123456789abcdef".repeat(5));
        write(folder, "authy", settings("com.authy.storage.tokens.authenticator.key",
                "[{'name':'a: b','originalName':'a:b','accountType':'x','digits':7,'decryptedSecret':'JBSWY3DPEHPK3PXP'},"
                        + "{'encryptedSecret':'AAAAAAAAAAAAAAAAAAAAAA==','salt':'s','key_derivation_iterations':1}]"));
        write(folder, "authy-own", settings("com.authy.storage.tokens.authy.key", "[{'name':'a','secretSeed':'0a0b'}]"));
        write(folder, "authy-server", """
                {"authenticator_tokens":[{"encrypted_seed":"AAAAAAAAAAAAAAAAAAAAAA==","salt":"s","key_derivation_iterations":1,
                "unique_iv":"000102030405060708090a0b0c0d0e0f","account_type":"x","original_name":"a:b"}]}""");
        write(folder, "authy-script", "[{\"name\":\"a\",\"secret\":\"AA\",\"uri\":\"otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\"}]");
        write(folder, "battlenet", settings("a.AUTHENTICATOR_SERIAL", "6cdd0a")
                .replace("</map>", "<string name=\"a.AUTHENTICATOR_DEVICE_SECRET\">09ec1798</string></map>"));
        write(folder, "totp-authenticator", settings("STATIC_TOTP_CODES_LIST",
                "[{'issuer':'i','name':'n','key':'0a0b','base':16,'digits':'6','period':'30','accountHeaderLabel':'W'}]"));
        write(folder, "totp-authenticator-sealed", "AAAA".repeat(32));
        write(folder, "duo", "[{\"name\":\"n\",\"accountType\":\"OtpAccount\",\"pkey\":\"1\",\"otpGenerator\":"
                + "{\"otpSecret\":\"JBSWY3DPEHPK3PXP\",\"counter\":3}}]");
        Files.write(folder.resolve("import-google-database"), database("CREATE TABLE accounts(email,secret,type)"));
        Files.write(folder.resolve("import-microsoft"), database("CREATE TABLE accounts(name,oath_secret_key)"));
        Files.write(folder.resolve("import-stratum-database"), database("CREATE TABLE authenticator(type,secret)"));
        Files.write(folder.resolve("import-authenticator-plus"), database("CREATE TABLE accounts(email,secret,category)"));
    }

    private static String settings(String name, String json) {
        return "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map><string name=\"" + name + "\">"
                + json.replace("'", "&quot;") + "</string></map>";
    }

    /// Two pages of 512 bytes: the list of tables with this one in it, and the table with one row of two texts.
    private static byte[] database(String sql) {
        var name = sql.substring(sql.lastIndexOf(' ') + 1, sql.indexOf('('));
        var file = ByteBuffer.allocate(1024);
        file.put(0, "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
        file.putShort(16, (short) 512).put(18, new byte[] {1, 1, 0, 64, 32, 32}).putInt(56, 1);
        page(file.slice(0, 512), 100, List.of("table", name, name, "\2", sql));
        page(file.slice(512, 512), 0, List.of("n", "JBSWY3DPEHPK3PXP"));
        return file.array();
    }

    private static void page(ByteBuffer page, int header, List<String> row) {
        var cell = ByteBuffer.allocate(256).put((byte) 0).put((byte) 1).put((byte) (row.size() + 1));
        row.forEach(value -> cell.put((byte) (value.equals("\2") ? 1 : 13 + 2 * value.length())));
        row.forEach(value -> cell.put(value.getBytes(StandardCharsets.US_ASCII)));
        cell.put(0, (byte) (cell.position() - 2)).flip();
        int at = 512 - cell.remaining();
        page.put(at, cell, 0, cell.remaining());
        page.put(header, (byte) 13).putShort(header + 3, (short) 1).putShort(header + 8, (short) at);
    }

    private static void writeZip(Path folder, String name, String member, String content) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("import-" + name)))) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// A map of texts as Java serialises it, with a master key of one iteration.
    private static byte[] freeOtp2() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HashMap<>(Map.of(
                    "masterKey",
                    "{\"mAlgorithm\":\"PBKDF2withHmacSHA1\",\"mIterations\":1,\"mSalt\":[1],\"mEncryptedKey\":{\"mCipher\":"
                            + "\"AES/GCM/NoPadding\",\"mCipherText\":[1,-1],\"mParameters\":[4,1,1],\"mToken\":\"AES\"}}",
                    "1-token",
                    "{\"label\":\"ü\"}")));
        }
        return bytes.toByteArray();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Files.write(folder.resolve("import-" + name), content);
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Files.writeString(folder.resolve("import-" + name), content);
    }
}
