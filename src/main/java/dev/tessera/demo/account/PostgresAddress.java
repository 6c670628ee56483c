package dev.tessera.demo.account;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Where a PostgreSQL database is, and as whom the server goes to it. All of it is hidden: whoever starts the server
/// may have written the password into the address.
public final class PostgresAddress {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String FORM = "the database must be written such as jdbc:postgresql://127.0.0.1:5432/login";
    private static final int PATIENCE_SECONDS = 10;
    private static final int LONGEST_ANSWER_SECONDS = 30;
    /// A strong reference: the logging system forgets the level of a logger that nobody holds. The driver would tell
    /// who was refused; what fails is told by us.
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    private final PGSimpleDataSource source;

    private PostgresAddress(PGSimpleDataSource source) {
        this.source = source;
    }

    /// Reads an address. User and password are those in it; otherwise the password is `password`, and both come from
    /// `PGUSER` and `PGPASSWORD`; otherwise the driver looks into the password file of PostgreSQL's own programs.
    ///
    /// To another computer it takes TLS with a certificate of its name, unless the address says what else.
    ///
    /// @param environment of the process
    /// @param password from a file
    /// @throws IllegalArgumentException if it is in another form; the message holds nothing of it
    public static PostgresAddress parse(String url, Map<String, String> environment, Optional<String> password) {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(FORM);
        }
        DRIVER_LOG.setLevel(Level.OFF);
        var source = new PGSimpleDataSource();
        try {
            source.setURL(url);
        } catch (IllegalArgumentException _) { // its message holds the address
            throw new IllegalArgumentException(FORM);
        }
        if (!isGiven(url, "user") && environment.containsKey("PGUSER")) {
            source.setUser(environment.get("PGUSER"));
        }
        if (!isGiven(url, "password")) {
            password.or(() -> Optional.ofNullable(environment.get("PGPASSWORD")))
                    .ifPresent(source::setPassword);
        }
        if (!isGiven(url, "sslmode") && !Arrays.stream(source.getServerNames()).allMatch(PostgresAddress::isHere)) {
            source.setSslMode("verify-full");
        }
        prepare(source, url);
        return new PostgresAddress(source);
    }

    DataSource source() {
        return source;
    }

    @Override
    public String toString() {
        return "PostgresAddress[hidden]";
    }

    private static void prepare(PGSimpleDataSource source, String url) {
        source.setLogServerErrorDetail(false); // the detail of a refused row is what stands in the row
        source.setTcpKeepAlive(true);
        if (!isGiven(url, "connectTimeout")) {
            source.setConnectTimeout(PATIENCE_SECONDS);
        }
        if (!isGiven(url, "socketTimeout")) {
            source.setSocketTimeout(LONGEST_ANSWER_SECONDS);
        }
    }

    private static boolean isGiven(String url, String parameter) {
        return url.contains("?" + parameter + "=") || url.contains("&" + parameter + "=");
    }

    private static boolean isHere(String host) {
        if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) { // a name
            return false;
        }
    }
}
