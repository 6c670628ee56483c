package dev.tessera.demo;

import java.net.URI;

/// The accounts that a first start makes, with what is needed to use them: it is known this once, to be told
/// to whoever started the server, and stored nowhere.
public final class FirstAccounts {
    private final LogIn administrator;
    private final LogIn earlierUser;
    private final String invitedUserName;
    private final URI invitation;

    FirstAccounts(LogIn administrator, LogIn earlierUser, String invitedUserName, URI invitation) {
        this.administrator = administrator;
        this.earlierUser = earlierUser;
        this.invitedUserName = invitedUserName;
        this.invitation = invitation;
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

    /// Who may invite others.
    public LogIn administrator() {
        return administrator;
    }

    /// Somebody from before two-factor log-in was switched on.
    public LogIn earlierUser() {
        return earlierUser;
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
        return "FirstAccounts[" + administrator + ", " + earlierUser + ", invited " + invitedUserName + "]";
    }
}
