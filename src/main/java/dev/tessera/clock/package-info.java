/// How far this computer's clock is off, by what evidence, and the time by which codes are made.
///
///     var codes = CodeClock.ofThisComputer();
///     var before = codes.evidence();
///     var measured = new NetworkTime(LocalClock.of(codes.system())).ask(TimeServer.USUAL);
///     codes.apply(measured.offset().amount(), measured.source(), before);
///     Code code = credential.codeAt(codes.instant());
@NullMarked
package dev.tessera.clock;

import org.jspecify.annotations.NullMarked;
