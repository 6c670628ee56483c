package dev.tessera.demo;

import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What all pages of signed-in people have: the way to the others that this person may see.
final class SignedInPage {
    private SignedInPage() {}

    /// @param path of the page, to mark it among the others
    static Map<String, Object> model(Person person, String title, String path) {
        var links = new ArrayList<Map<String, Object>>();
        links.add(link("/account", "Account", path));
        if (person.has(Role.ADMIN)) {
            links.add(link("/people", "People", path));
        }
        if (person.has(Role.ADMIN)) {
            links.add(link("/audit", "Audit log", path));
        }
        if (ResetActions.maySee(person)) {
            links.add(link("/resets", "Resets", path));
        }
        var model = new HashMap<String, Object>();
        model.put("title", title);
        model.put("nav", Map.of("links", List.copyOf(links), "signedInAs", person.fullName()));
        return model;
    }

    /// What somebody gets who asks for more than the own roles allow.
    static Reply forbidden() {
        return Reply.message(403, "Your role does not allow this", "Ask an Access Admin of your organisation.");
    }

    private static Map<String, Object> link(String target, String label, String path) {
        return Map.of("target", target, "label", label, "isHere", target.equals(path));
    }
}
