package dev.tessera.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;

/// The floors of docs/architecture.md: a package may use only what stands on a floor below it.
@AnalyzeClasses(packages = "dev.tessera", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("guard", "files", "socket"),
            List.of("otp", "crypto", "clock", "bus"),
            List.of("otpauth", "explain", "vault", "scan..", "keyring", "presence"),
            List.of("vault.file", "transfer"),
            List.of("session", "transfer.*.."),
            List.of("agent"),
            List.of("cli", "desktop..", "demo.."),
            List.of("walk", ""));

    @ArchTest
    static void eachFloorUsesOnlyThoseBelow(JavaClasses all) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            String[] above = FLOORS.subList(floor + 1, FLOORS.size()).stream()
                    .flatMap(List::stream)
                    .map(FloorsTest::full)
                    .toArray(String[]::new);
            for (String name : FLOORS.get(floor)) {
                String[] sameFloor = FLOORS.get(floor).stream()
                        .filter(other -> !other.equals(name))
                        .map(FloorsTest::full)
                        .toArray(String[]::new);
                boolean isTop = floor == FLOORS.size() - 1;
                noClasses()
                        .that()
                        .resideInAPackage(full(name))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(above).or(resideInAnyPackage(isTop ? new String[0] : sameFloor)))
                        .allowEmptyShould(true)
                        .because(
                                "data flows one way, and a newcomer must be able to read a package knowing only those below")
                        .check(all);
            }
        }
    }

    @ArchTest
    static final ArchRule everyPackageHasItsFloor = classes()
            .should()
            .resideInAnyPackage(
                    FLOORS.stream().flatMap(List::stream).map(FloorsTest::full).toArray(String[]::new))
            .because("a package without a floor is under no rule");

    @ArchTest
    static final ArchRule noCycles = slices().matching("dev.tessera.(**)")
            .should()
            .beFreeOfCycles()
            .because("what depends on itself cannot be understood, tested or moved alone");

    @ArchTest
    static final ArchRule otpUsesTheJdkAlone = noClasses()
            .that()
            .resideInAPackage("dev.tessera.otp..")
            .should()
            .dependOnClassesThat(outsideOf("dev.tessera.otp..", "java..", "javax.crypto..", "org.jspecify.."))
            .because("codes must not break with a library");

    @ArchTest
    static final ArchRule bouncyCastleIsForCrypto = only("org.bouncycastle..", "dev.tessera.crypto");

    @ArchTest
    static final ArchRule dbusJavaIsForTheBus = only("org.freedesktop.dbus..", "dev.tessera.bus");

    @ArchTest
    static final ArchRule zxingIsForScan = only("com.google.zxing..", "dev.tessera.scan..");

    @ArchTest
    static final ArchRule webcamCaptureIsForScan = only("com.github.sarxos..", "dev.tessera.scan..");

    @ArchTest
    static final ArchRule zip4jIsForZipFiles = only("net.lingala.zip4j..", "dev.tessera.transfer.zip");

    @ArchTest
    static final ArchRule commonsNetIsForTheClock = only("org.apache.commons.net..", "dev.tessera.clock");

    @ArchTest
    static final ArchRule jettyIsForDemo = only("org.eclipse.jetty..", "dev.tessera.demo");

    @ArchTest
    static final ArchRule databasesAreForDemo = only("java.sql..", "dev.tessera.demo.account");

    @ArchTest
    static final ArchRule jakartaMailIsForDemo = only("jakarta.mail..", "dev.tessera.demo");

    @ArchTest
    static final ArchRule picocliIsForCli = only("picocli..", "dev.tessera.cli");

    @ArchTest
    static final ArchRule jacksonIsForFormats = noClasses()
            .that()
            .resideOutsideOfPackages("dev.tessera.vault.file", "dev.tessera.transfer..", "dev.tessera.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("JSON is a form of the data, and only those who read or write it know it");

    @ArchTest
    static final ArchRule javaFxIsForTheWindows = noClasses()
            .that()
            .resideOutsideOfPackages("dev.tessera.desktop..", "dev.tessera.walk")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
            .because("everything below the windows must work without them");

    @ArchTest
    static final ArchRule viewModelsKnowNoScene = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "java.awt..")
            .because("a view model is tested without starting a toolkit");

    @ArchTest
    static final ArchRule demoIsTheOtherParty = noClasses()
            .that()
            .resideInAPackage("dev.tessera.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tessera.vault..", "dev.tessera.session..")
            .because("the login side shares nothing with the app but what both standards say");

    @ArchTest
    static final ArchRule timeIsAnArgument = noClasses()
            .that(resideInAnyPackage(
                    "dev.tessera.otp", "dev.tessera.otpauth", "dev.tessera.vault..", "dev.tessera.session"))
            .should(ArchConditions.callMethod(java.time.Instant.class, "now")
                    .or(ArchConditions.callMethod(System.class, "currentTimeMillis")))
            .because("nothing below the windows and the command line asks the machine for the time");

    private static ArchRule only(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(library + " may be replaced by changing one package");
    }

    private static DescribedPredicate<JavaClass> outsideOf(String... packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages)).as("outside of %s", String.join(", ", packages));
    }

    private static String full(String name) {
        return name.isEmpty() ? "dev.tessera" : "dev.tessera." + name;
    }
}
