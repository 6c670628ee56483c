package bench;

import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// One link to an account.
@State(Scope.Thread)
public class Links {
    @Param({
        "otpauth://totp/ACME%20Co:ann@example.org?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co",
        "otpauth://hotp/K%C3%B8benhavn:ann?secret=HXDM%20VJEC&issuer=K%C3%B8benhavn&algorithm=SHA256&digits=8&counter=7",
    })
    public String link;

    @Benchmark
    public OtpauthUri parse() throws OtpauthException {
        return OtpauthUri.parse(link);
    }
}
