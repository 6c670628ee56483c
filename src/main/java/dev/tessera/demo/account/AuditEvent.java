package dev.tessera.demo.account;

/// What happens to an account, in the words of its log.
public enum AuditEvent {
    /// The password was right.
    PASSWORD_ACCEPTED("Password accepted"),
    /// The password was wrong.
    PASSWORD_REFUSED("Wrong password"),
    /// Too many wrong passwords before: not looked at.
    PASSWORD_BLOCKED("Password not checked: too many wrong ones"),
    /// A password was chosen.
    PASSWORD_SET("Password set"),
    /// Another password was chosen, by somebody logged in.
    PASSWORD_CHANGED("Password changed"),
    /// A seed was shown.
    ENROLMENT_OFFERED("QR code shown"),
    /// The first code of a seed set it up.
    ENROLMENT_CONFIRMED("Authenticator set up"),
    /// The first code was wrong.
    ENROLMENT_CODE_REFUSED("Wrong first code"),
    /// A code was right.
    CODE_ACCEPTED("Code accepted"),
    /// A code was wrong.
    CODE_REFUSED("Wrong code"),
    /// A code of a clock that is further off than the window.
    CODE_CLOCK_OFF("Code from a clock that is off"),
    /// Two consecutive codes showed how far the clock is off.
    CLOCK_LEARNED("Clock of the device learned"),
    /// Two codes of which nothing could be learned.
    CLOCK_REFUSED("Two codes that are not in a row"),
    /// A recovery code was right.
    RECOVERY_CODE_ACCEPTED("Recovery code accepted"),
    /// A recovery code was wrong or used.
    RECOVERY_CODE_REFUSED("Wrong recovery code"),
    /// Ten new recovery codes were shown.
    RECOVERY_CODES_MADE("New recovery codes made"),
    /// A new authenticator took the place of the old one.
    AUTHENTICATOR_REPLACED("Authenticator replaced"),
    /// A code that counted before.
    CODE_REUSED("Used code entered again"),
    /// Too many wrong codes before: not looked at.
    CODE_BLOCKED("Code not checked: too many wrong ones"),
    /// The server made the account by itself, at its first start.
    ACCOUNT_MADE("Account created"),
    /// Somebody was sent an invitation.
    INVITED("Invited"),
    /// A role was granted.
    ROLE_GRANTED("Role granted"),
    /// A role was taken.
    ROLE_TAKEN("Role removed"),
    /// Somebody asked for what the own roles do not allow.
    ROLE_LACKING("Asked for something that their roles do not allow"),
    /// Somebody asked that an authenticator be taken away.
    RESET_ASKED("Reset requested"),
    /// The authenticator was taken away.
    RESET_CARRIED_OUT("Reset carried out"),
    /// It was not.
    RESET_DECLINED("Reset declined"),
    /// The password was right, but the link from the mail about a reset was missing.
    RESET_LINK_MISSING("Password accepted, link from the mail missing"),
    /// All sessions were ended.
    LOGGED_OUT_EVERYWHERE("Logged out everywhere"),
    /// One session was ended.
    LOGGED_OUT("Logged out");

    private final String text;

    AuditEvent(String text) {
        this.text = text;
    }

    /// The words for people.
    public String text() {
        return text;
    }
}
