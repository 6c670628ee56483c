package dev.tessera.demo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource({
        "bo@example.org, Bo Ek, seven robots boil, true",
        "bo@example.org, Bo Ek, bo202611, false",
        "bosse@example.org, Li, quiet lighthouses, true",
        "bosse@example.org, Li, Li!12345678, false",
        "bosse@example.org, Li, for bosse alone, false",
        "bosse@example.org, Bo Ek, my name is bo ek, false"
    })
    void aShortNameMayBePartOfAPasswordAndALongOneMayNot(
            String userName, String fullName, String password, boolean isGood) {
        var person = People.newcomer("Northwind Video", fullName, userName, Set.of());
        assertThat(PasswordRules.objection(password, person).isEmpty()).isEqualTo(isGood);
    }
}
