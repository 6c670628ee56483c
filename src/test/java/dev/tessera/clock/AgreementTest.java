package dev.tessera.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Servers that say what they like.
class AgreementTest {
    private static Answer.Told told(int index, long amount, long bound) {
        return new Answer.Told(
                new TimeServer("server" + index, 123), new Offset(Duration.ofMillis(amount), Duration.ofMillis(bound)));
    }

    private static TimeServer server(int index) {
        return new TimeServer("server" + index, 123);
    }

    @Test
    void whereMostOverlapIsTheAnswer() {
        var agreement = Agreement.of(List.of(told(0, 100, 50), told(1, 120, 20), told(2, 90, 40)))
                .orElseThrow();
        assertThat(agreement.offset()).isEqualTo(Offset.between(Duration.ofMillis(50), Duration.ofMillis(140)));
        assertThat(agreement.servers()).containsExactly(server(0), server(1), server(2));
    }

    @Test
    void aMinorityIsThrownOut() {
        var agreement = Agreement.of(List.of(told(0, 0, 10), told(1, 5000, 10), told(2, 5, 10)))
                .orElseThrow();
        assertThat(agreement.servers()).containsExactly(server(0), server(2));
        assertThat(agreement.offset()).isEqualTo(Offset.between(Duration.ofMillis(-5), Duration.ofMillis(10)));
    }

    @Test
    void halfIsNoMajority() {
        assertThat(Agreement.of(List.of(told(0, 0, 10), told(1, 5000, 10)))).isEmpty();
        assertThat(Agreement.of(List.of(told(0, 0, 10), told(1, 0, 10), told(2, 5000, 10), told(3, 5000, 10))))
                .isEmpty();
        assertThat(Agreement.of(List.of())).isEmpty();
    }

    @Test
    void oneAgreesWithItself() {
        assertThat(Agreement.of(List.of(told(0, 7, 3))).orElseThrow().offset())
                .isEqualTo(new Offset(Duration.ofMillis(7), Duration.ofMillis(3)));
    }

    /// Whatever a minority says, the truth of the others lies within the bound.
    @Property
    void aMinorityCannotMislead(
            @ForAll @IntRange(min = -100_000, max = 100_000) int truth,
            @ForAll @Size(min = 3, max = 9) List<@IntRange(min = 1, max = 500) Integer> bounds,
            @ForAll @Size(min = 9, max = 9) List<@IntRange(min = -200_000, max = 200_000) Integer> lies) {
        int liars = (bounds.size() - 1) / 2;
        var all = new ArrayList<Answer.Told>();
        IntStream.range(0, bounds.size()).forEach(i -> {
            int bound = bounds.get(i);
            // An honest one is off by up to its bound.
            all.add(i < liars ? told(i, lies.get(i), bound) : told(i, truth + lies.get(i) % (bound + 1), bound));
        });
        var offset = Agreement.of(all).orElseThrow().offset();
        assertThat(offset.amount().minusMillis(truth).abs()).isLessThanOrEqualTo(offset.bound());
    }
}
