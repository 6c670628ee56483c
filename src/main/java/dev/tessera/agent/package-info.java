/// Codes from whoever has the vault open: the window, or `tessera agent`. They are asked over a socket that their owner
/// alone can reach, and give codes and names, never a secret.
///
///     var agent = Agent.open(folder, Seat.WINDOW, file, () -> Optional.of(session), clock, () -> lock());
///     var reply = AgentClient.ask(folder, file, new Question(Question.Verb.CODE, "pexip"));
///
/// What a client loads is kept small, for each class is waited for: no lambdas, no `+` between texts, no streams in
/// [AgentClient], [Question], [Reply], [Offer] and [Kind].
///
/// A message is bounded: a question has `TSAG`, the version 1, the sign of its verb and a text; a reply the sign of its
/// outcome and what is offered. Numbers and texts are as `DataOutput` writes them. What is no whole message is
/// dropped, and its sender hung up on.
package dev.tessera.agent;
