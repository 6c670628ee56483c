package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.simpleicons.SimpleIcons;

class BrandsTest {
    private static final Set<String> PACK =
            Arrays.stream(SimpleIcons.values()).map(Brands::brand).collect(Collectors.toSet());

    @ParameterizedTest
    @CsvSource({
        "GitHub, github",
        "'  GITHUB ', github",
        "gítlab, gitlab",
        "Steam, steam",
        "npm, npm",
        "PayPal, paypal",
        "N26, n26",
        "LINE, line",
        "Box, box",
        "Square, square",
        "Signal, signal",
        "Wire, wire",
        "Discover, discover",
        "Battle.net, battle-dot-net",
        "GOG.com, gog-dot-com",
        "itch.io, itch-dot-io",
        "GOV.UK, gov-dot-uk"
    })
    void aNameStandsForItself(String issuer, String brand) {
        assertBrand(issuer, brand);
    }

    @ParameterizedTest
    @CsvSource({
        "Stack Overflow, stackoverflow",
        "1Password, 1-password",
        "1 Password, 1-password",
        "Pi-hole, pi-hole",
        "T-Mobile, t-mobile",
        "Digital Ocean, digitalocean",
        "digital-ocean, digitalocean",
        "Home Assistant, homeassistant",
        "github.com, github",
        "www.github.com, github",
        "'GitHub, Inc.', github",
        "'GitHub.com, Inc.', github",
        "Bitwarden Inc, bitwarden",
        "TeamViewer GmbH, teamviewer",
        "wordpress.org, wordpress",
        "gitea.io, gitea",
        "Mozilla Corporation, mozilla"
    })
    void spacesPunctuationAndLegalEndingsDoNotCount(String issuer, String brand) {
        assertBrand(issuer, brand);
    }

    @ParameterizedTest
    @CsvSource({
        "Google Workspace, google",
        "Google Cloud Platform, googlecloud",
        "Google (work), google",
        "Google: ann@example.org, google",
        "GitHub Enterprise, github",
        "GitHub – Acme, github",
        "[GitHub] Acme, github",
        "GitLab Self-Managed, gitlab",
        "MongoDB Atlas, mongodb",
        "Coinbase Pro, coinbase",
        "Nintendo Account, nintendo",
        "Ubisoft Connect, ubisoft",
        "Amazon Web Services, amazonaws",
        "Amazon Web Services - production, amazonaws",
        "New Relic One, newrelic"
    })
    void theFirstWordsMayBeTheBrand(String issuer, String brand) {
        assertBrand(issuer, brand);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS, amazonaws",
        "AWS SSO, amazonaws",
        "Amazon, amazon",
        "Amazon.com, amazon",
        "Amazon.co.uk, amazon",
        "Apple ID, apple",
        "AT&T, at-and-t",
        "Amex, americanexpress",
        "Blizzard, battle-dot-net",
        "Discord, discord",
        "discord.com, discord",
        "Docker Hub, docker",
        "Electronic Arts, ea",
        "Epic Games, epicgames",
        "Facebook, facebook",
        "Firefox Accounts, firefox",
        "Google, google",
        "G Suite, google",
        "Instagram, instagram",
        "npmjs.com, npm",
        "Proton Mail, protonmail",
        "ProtonMail, protonmail",
        "PSN, playstation",
        "Python Package Index, pypi",
        "PyPI, pypi",
        "Reddit, reddit",
        "Riot Games, riotgames",
        "Salesforce, salesforce",
        "sentry.io, sentry",
        "Shopify, shopify",
        "Slack, slack",
        "Stripe, stripe",
        "'Stripe, Inc.', stripe",
        "Telegram, telegram",
        "TikTok, tiktok",
        "Twitch, twitch",
        "Twitch.tv, twitch",
        "Twitter, twitter",
        "X (Twitter), twitter",
        "UniFi, ubiquiti",
        "Wix.com, wix",
        "Yahoo!, yahoo",
        "Zoom, zoom",
        "zoom.us, zoom"
    })
    void whatMostPeopleHaveIsKnownByTheNamesInUse(String issuer, String brand) {
        assertBrand(issuer, brand);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "•",
                "Pexip",
                "Mailwerk",
                "Nordbank",
                "Cloudbase",
                "Vault HQ",
                "Bank",
                "X",
                "x.com",
                "Target",
                "The Very Long Named Company of Somewhere and Sons",
                "日本",
                "123",
                "Acme, Inc.",
                "Inc",
                ".com",
                "GmbH"
            })
    void whatIsNotInThePackStaysAMonogram(String issuer) {
        assertThat(Brands.of(issuer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Box Inc",
                "Box.com",
                "Box Office",
                "B.o.x",
                "Boxer",
                "Square Inc",
                "Square One",
                "Squared",
                "Sign al",
                "Signal Iduna",
                "Signal GmbH",
                "Wire Transfer",
                "wire.com",
                "Discover Bank",
                "Discovery",
                "Steam Rail",
                "Apple Bank",
                "Apple Federal Credit Union",
                "Amazon Watch",
                "amazon.org",
                "Boeing Employees Credit Union",
                "Ford Credit",
                "Chase Farm",
                "Slack Davis",
                "AWS Truepower",
                "AWS GmbH",
                "Stripe Seven",
                "Sky Bank",
                "Line Bank",
                "Elastic Band",
                "Notion Bank",
                "Uber Eats Dresden",
                "Twitch Rescue",
                "Proton",
                "Java House",
                "Docker Dock Ltd",
                "Python Reptiles",
                "Opera House",
                "Oracle of Delphi",
                "Samsung Fire",
                "Unity Bank"
            })
    void aShortOrOrdinaryNameCountsAloneOrNotAtAll(String issuer) {
        assertThat(Brands.of(issuer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "google.example.org",
                "github.example.org",
                "gitlab.company.example",
                "github.com.example.org",
                "addons.mozilla.org",
                "notgithub",
                "githubber",
                "my GitHub",
                "not Google",
                "example@github.com",
                "Googleplex",
                "PayPa1"
            })
    void aNameThatOnlyHoldsThatOfABrandIsNotTheBrands(String issuer) {
        assertThat(Brands.of(issuer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"C", "R", "V", "Go", "Swift", "Spectrum", "Boost", "First", "Hive", "Workplace", "Co-op", ".NET"
            })
    void aNameOfManyIsNobodys(String issuer) {
        assertThat(Brands.of(issuer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Microsoft",
                "Microsoft Azure",
                "Microsoft 365",
                "Azure DevOps",
                "LinkedIn",
                "Xbox",
                "Skype",
                "Adobe",
                "Adobe Creative Cloud",
                "Minecraft"
            })
    void whatItsOwnerWithholdsIsNotShown(String issuer) {
        assertThat(Brands.of(issuer)).isEmpty();
    }

    @Test
    void theListsNameBrandsOfThePack() {
        assertThat(PACK).containsAll(BrandNames.ALIASES.values());
        assertThat(PACK).containsAll(BrandNames.ORDINARY);
        assertThat(PACK).containsAll(BrandNames.AMBIGUOUS);
        assertThat(PACK).containsAll(BrandNames.WITHHELD);
    }

    @Test
    void everyAliasAndEveryFamilyLeadsToItsBrand() {
        assertThat(BrandNames.ALIASES).hasSizeGreaterThan(100).allSatisfy((alias, brand) -> assertBrand(alias, brand));
        assertThat(BrandNames.FAMILIES).allSatisfy(family -> {
            var brand = Brands.of(family);
            assertThat(brand).isPresent();
            assertThat(Brands.of(family + " of somebody")).isEqualTo(brand);
        });
    }

    @Test
    void noWordOfTheListsIsThereTwice() {
        var words = Stream.of(BrandNames.ORDINARY, BrandNames.AMBIGUOUS, BrandNames.WITHHELD, BrandNames.FAMILIES)
                .flatMap(Set::stream)
                .toList();
        assertThat(words).doesNotHaveDuplicates();
    }

    private static void assertBrand(String issuer, String brand) {
        assertThat(Brands.of(issuer).map(Brands::brand)).contains(brand);
    }
}
