package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.vault.SetAside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddEntryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            emptyValue = "",
            value = {
                "{'account':{'issuer':'Pexip','name':'ann','otp':{'secret':'JBSWY3DP'}}} | Pexip (ann)",
                "{'account':{'issuer':'Pexip','name':''}} | Pexip",
                "{'account':{'name':'ann','since':'2026'}} | ann",
                "{'name':'ann','issuer':'Pexip'} | ``",
                "{'account':{'issuer':1,'name':['ann']}} | ``",
                "{'account':{'otp':{'issuer':'Pexip','name':'ann'}}} | ``",
                "['issuer'] | ``",
                "'issuer' | ``",
                "{'account':{'issuer':'Pexip' | ``",
            })
    void isNamedAsItNamesItself(String json, String name) {
        var odd = OddEntry.of(SetAside.copyOf(json.replace('\'', '"').getBytes(UTF_8), "It is odd."));

        assertThat(odd.name()).isEqualTo(name);
        assertThat(odd.reason()).isEqualTo("It is odd.");
    }

    @Test
    void aLongNameIsCut() {
        var json = "{\"account\":{\"issuer\":\"%s\"}}".formatted("a".repeat(101));

        assertThat(OddEntry.of(SetAside.copyOf(json.getBytes(UTF_8), "")).name())
                .isEqualTo("a".repeat(100) + "…");
    }
}
