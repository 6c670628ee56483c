package dev.tessera.agent;

import dev.tessera.otp.OtpParameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How codes are made, without any PIN.
///
/// @param type `totp`, `hotp`, `steam`, `motp` or `yandex`
/// @param algorithm such as `SHA1`; empty where the type has but one
/// @param digits 0 where the type has but one number of signs
/// @param moving the counter of `hotp`, else the period in seconds
public record Kind(String type, String algorithm, int digits, long moving) {
    /// The one type whose codes no clock moves on.
    public static final String COUNTER_BASED = "hotp";

    public static Kind of(OtpParameters parameters) {
        return switch (parameters) {
            case OtpParameters.Totp totp -> new Kind("totp", totp.algorithm().name(), totp.digits(), totp.period());
            case OtpParameters.Hotp hotp ->
                new Kind(COUNTER_BASED, hotp.algorithm().name(), hotp.digits(), hotp.counter());
            case OtpParameters.Steam steam -> new Kind("steam", "", 0, steam.period());
            case OtpParameters.Motp motp -> new Kind("motp", "", 0, motp.period());
            case OtpParameters.Yandex yandex -> new Kind("yandex", "", 0, yandex.period());
        };
    }

    public boolean isCounterBased() {
        return type.equals(COUNTER_BASED);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(type);
        out.writeUTF(algorithm);
        out.writeInt(digits);
        out.writeLong(moving);
    }

    static Kind read(DataInput in) throws IOException {
        return new Kind(in.readUTF(), in.readUTF(), in.readInt(), in.readLong());
    }
}
