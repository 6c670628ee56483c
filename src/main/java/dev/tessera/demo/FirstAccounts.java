package dev.tessera.demo;

import java.net.URI;
import java.util.Map;

/// The accounts that a first start makes, with what is needed to use them: it is known this once, to be told
/// to whoever started the server, and stored nowhere.
public final class FirstAccounts {
    private final Map<Part, LogIn> logIns;
    private final String invitedUserName;
    private final URI invitation;

    /// @param logIns one for each part
    FirstAccounts(Map<Part, LogIn> logIns, String invitedUserName, URI invitation) {
        this.logIns = Map.copyOf(logIns);
        this.invitedUserName = invitedUserName;
        this.invitation = invitation;
    }

    /// The parts that the people of a first start play.
    enum Part {
        ADMINISTRATOR,
        SUPPORT,
        EARLIER_USER,
        OTHER_ADMINISTRATOR
    }

    /// A user name with its random password, which must be changed at first use.
    public static final class LogIn {
        private final String userName;
        private final String password;

        LogIn(String userName, String password) {
            this.userName = userName;
            this.password = password;
        }

        /// The user name.
        public String userName() {
            return userName;
        }

        /// The password: a secret.
        public String password() {
            return password;
        }

        @Override
        public String toString() {
            return "LogIn[" + userName + ", password hidden]";
        }
    }

    /// An Access Admin, who may invite others and ask for resets.
    public LogIn administrator() {
        return of(Part.ADMINISTRATOR);
    }

    /// Somebody of the same organisation who carries out resets.
    public LogIn support() {
        return of(Part.SUPPORT);
    }

    /// Somebody from before two-factor log-in was switched on.
    public LogIn earlierUser() {
        return of(Part.EARLIER_USER);
    }

    /// The Access Admin of another organisation.
    public LogIn otherAdministrator() {
        return of(Part.OTHER_ADMINISTRATOR);
    }

    private LogIn of(Part part) {
        var logIn = logIns.get(part);
        if (logIn == null) {
            throw new AssertionError("a first start fills every part");
        }
        return logIn;
    }

    /// The user name of somebody who is invited and has no password yet.
    public String invitedUserName() {
        return invitedUserName;
    }

    /// The invited person's one-time link: a secret.
    public URI invitation() {
        return invitation;
    }

    @Override
    public String toString() {
        return "FirstAccounts[" + logIns.values() + ", invited " + invitedUserName + "]";
    }
}
