package dev.tessera.vault.file;

import dev.tessera.otp.OtpParameters.Motp;
import dev.tessera.otp.OtpParameters.Yandex;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Entry;
import dev.tessera.vault.SetAside;
import dev.tessera.vault.Vault;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// Remembers every secret that a vault ever held while it was open, to wipe them all when it is locked:
/// those of removed and replaced entries too.
final class Wiper {

    private final Set<Secret> secrets = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<SetAside> setAside = Collections.newSetFromMap(new IdentityHashMap<>());

    void note(Vault vault) {
        vault.entries().forEach(this::note);
        setAside.addAll(vault.setAside());
    }

    void wipe() {
        secrets.forEach(Secret::close);
        setAside.forEach(SetAside::close);
        secrets.clear();
        setAside.clear();
    }

    private void note(Entry entry) {
        var credential = entry.account().credential();
        secrets.add(credential.secret());
        switch (credential.parameters()) {
            case Motp(var pin) -> secrets.add(pin);
            case Yandex(var pin) -> secrets.add(pin);
            default -> {
                // the other kinds have no further secret
            }
        }
    }
}
