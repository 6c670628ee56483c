/// Accounts into the files of other programs, onto paper, and into a sealed backup of our own. What a target
/// cannot hold of an account is told before anything is written. How one is added: docs/transfer.md.
///
///     var plan = ExportPlan.of(Exports.find("aegis").orElseThrow(), vault, vault.listed());
///     plan.losses().forEach(entry -> …);
///     byte[] file = plan.seal(passphrase, now, random);
@NullMarked
package dev.tessera.transfer.export;

import org.jspecify.annotations.NullMarked;
