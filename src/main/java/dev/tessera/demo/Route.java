package dev.tessera.demo;

import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.util.Optional;

/// One thing that can be asked for, and how far a person must have come to ask for it.
///
/// @param stage the type of session that the action takes: the compiler keeps a half-authenticated one out. A
/// [Session.Visitor] is made of everybody: the action does not depend on who asks
record Route<S extends Session>(String method, String path, Class<S> stage, Action<S> action) {

    /// Does what is asked for.
    @FunctionalInterface
    interface Action<S extends Session> {
        Reply answer(S session, Exchange exchange) throws StoreException, BusyException, MailException;
    }

    static <S extends Session> Route<S> get(String path, Class<S> stage, Action<S> action) {
        return new Route<>("GET", path, stage, action);
    }

    static <S extends Session> Route<S> post(String path, Class<S> stage, Action<S> action) {
        return new Route<>("POST", path, stage, action);
    }

    /// Answers; empty if the session is at another stage.
    Optional<Reply> answer(Session session, Exchange exchange) throws StoreException, BusyException, MailException {
        return stage.isInstance(session) ? Optional.of(action.answer(stage.cast(session), exchange)) : Optional.empty();
    }
}
