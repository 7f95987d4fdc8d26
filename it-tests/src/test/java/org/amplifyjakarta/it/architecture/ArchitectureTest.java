package org.amplifyjakarta.it.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.token.AccessToken;
import org.amplifyjakarta.token.IdToken;
import org.amplifyjakarta.token.Tokens;

/** House rules over all three jars. */
@AnalyzeClasses(
        packages = "org.amplifyjakarta",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.LibraryOnly.class})
class ArchitectureTest {

    private static final String ROOT = "org.amplifyjakarta";
    private static final String SECRETS = "(token|credentials|signin|cognito|transport|authentication)";

    /** The sample and the tests are not the library. */
    static final class LibraryOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/it-tests/") && !location.contains("/org/amplifyjakarta/it/");
        }
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching(ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("one follows a cookie through the packages in one direction");

    @ArchTest
    static final ArchRule packagesUseOnlyThoseAboveThem = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .layer("root")
            .definedBy(ROOT)
            .layer("config")
            .definedBy(ROOT + ".config..")
            .layer("cookie")
            .definedBy(ROOT + ".cookie..")
            .layer("http")
            .definedBy(ROOT + ".http..")
            .layer("store")
            .definedBy(ROOT + ".store..")
            .layer("cognito")
            .definedBy(ROOT + ".cognito..")
            .layer("token")
            .definedBy(ROOT + ".token..")
            .layer("credentials")
            .definedBy(ROOT + ".credentials..")
            .layer("session")
            .definedBy(ROOT + ".session..")
            .layer("authentication")
            .definedBy(ROOT + ".authentication..")
            .layer("transport")
            .definedBy(ROOT + ".transport..")
            .layer("rest")
            .definedBy(ROOT + ".rest..")
            .layer("schema")
            .definedBy(ROOT + ".schema..")
            .layer("document")
            .definedBy(ROOT + ".document..")
            .layer("binding")
            .definedBy(ROOT + ".binding..")
            .layer("graphql")
            .definedBy(ROOT + ".graphql..")
            .layer("data")
            .definedBy(ROOT + ".data..")
            .layer("datastore")
            .definedBy(ROOT + ".datastore..")
            .layer("ssr")
            .definedBy(ROOT + ".ssr..")
            .layer("repository")
            .definedBy(ROOT + ".repository..")
            .layer("signin")
            .definedBy(ROOT + ".signin..")
            .layer("storage")
            .definedBy(ROOT + ".storage..")
            .layer("servlet")
            .definedBy(ROOT + ".servlet..")
            .layer("wiring")
            .definedBy(ROOT + ".wiring..")
            .layer("jaxrs")
            .definedBy(ROOT + ".jaxrs..")
            .layer("faces")
            .definedBy(ROOT + ".faces..")
            .whereLayer("cookie")
            .mayOnlyAccessLayers("root", "config")
            .whereLayer("http")
            .mayOnlyAccessLayers("root", "config", "cookie")
            .whereLayer("store")
            .mayOnlyAccessLayers("root", "config", "cookie")
            .whereLayer("cognito")
            .mayOnlyAccessLayers("root", "config")
            .whereLayer("token")
            .mayOnlyAccessLayers("root", "config", "cookie", "store", "cognito")
            .whereLayer("credentials")
            .mayOnlyAccessLayers("root", "config", "cookie", "cognito", "token")
            .whereLayer("authentication")
            .mayOnlyAccessLayers("root", "config", "cookie", "cognito", "token", "session")
            .whereLayer("transport")
            .mayOnlyAccessLayers("root", "cognito")
            .whereLayer("schema")
            .mayOnlyAccessLayers("root")
            .whereLayer("document")
            .mayOnlyAccessLayers("root", "schema")
            .whereLayer("graphql")
            .mayOnlyAccessLayers(
                    "root", "config", "schema", "document", "cognito", "credentials", "token", "session", "transport")
            .whereLayer("binding")
            .mayOnlyAccessLayers("root", "schema", "graphql")
            .whereLayer("data")
            .mayOnlyAccessLayers("root", "config", "schema", "session", "graphql", "binding")
            .whereLayer("datastore")
            .mayOnlyAccessLayers("root", "config", "token", "schema", "session", "graphql", "binding", "data")
            .whereLayer("ssr")
            .mayOnlyAccessLayers(
                    "root",
                    "config",
                    "cookie",
                    "cognito",
                    "credentials",
                    "token",
                    "session",
                    "rest",
                    "graphql",
                    "datastore")
            .whereLayer("repository")
            .mayOnlyAccessLayers("root", "config", "schema", "graphql", "binding", "data")
            .whereLayer("signin")
            .mayOnlyAccessLayers("root", "config", "cookie", "http", "token", "session", "transport")
            .whereLayer("wiring")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("jaxrs")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("faces")
            .mayNotBeAccessedByAnyLayer()
            .because("a package uses those above it in the list only");

    @ArchTest
    static final ArchRule namesTellWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Processor|Controller|Data|Info|Impl)")
            .orShould()
            .haveNameMatching(".*\\.(Abstract|Base)[A-Z]\\w*")
            .orShould()
            .resideInAnyPackage("..util..", "..impl..", "..model..", "..dto..", "..common..", "..controller..")
            .because("such a name says nothing");

    @ArchTest
    static final ArchRule nothingIsProcessWide = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(SYNTHETIC)
            .should()
            .haveModifier(FINAL)
            .because("two applications in one server must not meet");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".wiring..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callConstructor(Date.class)
            .because("tests set the clock");

    @ArchTest
    static final ArchRule configurationIsReadInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.config")
            .because("values are read once, at deployment, into records");

    @ArchTest
    static final ArchRule theSdkIsUsedInFewPlaces = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + ".cognito..", ROOT + ".credentials..", ROOT + ".storage..", ROOT + ".transport..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..")
            .because("every call to AWS is found in one package a service");

    @ArchTest
    static final ArchRule graphQLJavaMayBeAbsent = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".document.ParsedText")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".document.ParsedText$Selected")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".document.ParsedSchema")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("graphql..")
            .because("an application need not have it, and these are loaded only where it does");

    @ArchTest
    static final ArchRule jCacheMayBeAbsent = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".store.JCacheSessionStore")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.cache..")
            .because("an application need not have it, and this one is loaded only where it does");

    @ArchTest
    static final ArchRule coreLoadsOnServersWithoutFacesRestAndSecurity = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".jaxrs..", ROOT + ".faces..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".security.AmplifyAuthenticationMechanism")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.security..")
            .because("a class with a missing type can break a whole deployment");

    @ArchTest
    static final ArchRule jakartaDataIsNamedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".repository..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.data..")
            .because("servers of Jakarta EE 10 do not have it");

    @ArchTest
    static final ArchRule whatHoldsSecretsSaysHowItPrints = classes()
            .that()
            .areRecords()
            .and()
            .haveNameMatching(ROOT + "\\." + SECRETS + "\\..*")
            .and(holdText())
            .should(declareToString())
            .because("a record prints its components");

    @ArchTest
    static final ArchRule messagesTakeNoSecret = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Messages")
            .should(takeNoSecret())
            .because("reviewing one file shows that nothing leaks");

    private static DescribedPredicate<JavaClass> holdText() {
        return DescribedPredicate.describe("hold a text or a token", type -> type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(STATIC))
                .anyMatch(field -> field.getRawType().isEquivalentTo(String.class)
                        || field.getRawType().isEquivalentTo(Secret.class)));
    }

    private static ArchCondition<JavaClass> declareToString() {
        return new ArchCondition<>("declare toString") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean declared = type.tryGetMethod("toString").isPresent();
                events.add(new SimpleConditionEvent(type, declared, type.getName() + " has no toString of its own"));
            }
        };
    }

    private static ArchCondition<JavaMethod> takeNoSecret() {
        return new ArchCondition<>("take no secret and no token") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean clean = method.getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Secret.class)
                                || type.isEquivalentTo(AccessToken.class)
                                || type.isEquivalentTo(IdToken.class)
                                || type.isEquivalentTo(Tokens.class));
                events.add(new SimpleConditionEvent(method, clean, method.getFullName() + " takes a secret"));
            }
        };
    }
}
