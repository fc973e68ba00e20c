package jp.kenpo.portal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** How the portal is built: which package may use which, and what stands only in its own place. */
@AnalyzeClasses(packages = "jp.kenpo.portal", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "jp.kenpo.portal.";

    /** One ladder, top first: each package uses only what stands below it. */
    private static final List<String> LADDER = List.of(
            "demo",
            "settings",
            "publishing",
            "administration",
            "helpdesk",
            "letters",
            "figures",
            "roster",
            "selfservice",
            "firstlogin",
            "recovery",
            "signin",
            "guesses",
            "secondfactor",
            "account",
            "member",
            "terms",
            "notices",
            "insurer",
            "mail",
            "audit",
            "web",
            "platform");

    /** Beside pages, flows, servlets, filters and {@code web}: what stands between the request and the rules. */
    private static final Set<String> KNOW_THE_REQUEST = Set.of(
            "administration.AskedImport",
            "administration.CsvAnswer",
            "administration.PdfAnswer",
            "insurer.CurrentInsurer",
            "publishing.ShownLanguage",
            "settings.SettingsForm",
            "signin.CurrentVisit",
            "signin.Gate",
            "signin.Onward",
            "signin.RequestPath",
            "signin.SignInMechanism",
            "signin.SignInSessions",
            "signin.SubmittedForm",
            "signin.TypedBefore",
            "signin.WayBack");

    @ArchTest
    static final ArchRule each_package_has_its_rung = classes()
            .should()
            .resideInAnyPackage(LADDER.stream().map(name -> ROOT + name + "..").toArray(String[]::new));

    @ArchTest
    static final ArchRule each_package_uses_only_what_stands_below_it = classes()
            .should(haveEachDependency(
                    "lead down the ladder",
                    (from, to) ->
                            !to.getName().startsWith(ROOT) || LADDER.indexOf(rung(from)) <= LADDER.indexOf(rung(to))));

    @ArchTest
    static final ArchRule no_package_is_in_a_circle =
            slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule each_package_is_null_marked = classes()
            .should(ArchCondition.from(describe(
                    "reside in a @NullMarked package",
                    (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

    @ArchTest
    static final ArchRule rules_are_plain_java = noClasses()
            .that(belongTo("Policy", "SignInStep", "Proof"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta..");

    @ArchTest
    static final ArchRule the_request_ends_at_the_pages = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "web..")
            .and(DescribedPredicate.not(belongTo("Page", "Flow", "Servlet", "Filter")))
            .and(describe(
                    "are none of those that know the request",
                    (JavaClass type) ->
                            !KNOW_THE_REQUEST.contains(outermost(type).getName().replace(ROOT, ""))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "jakarta.faces..");

    @ArchTest
    static final ArchRule a_page_is_depended_on_by_nobody = classes()
            .should(haveEachDependency(
                    "lead to no page but its own",
                    (from, to) -> !to.getName().startsWith(ROOT)
                            || !outermost(to).getSimpleName().endsWith("Page")
                            || outermost(to).equals(outermost(from))));

    @ArchTest
    static final ArchRule a_page_opens_no_transaction = noClasses()
            .that(belongTo("Page", "Flow"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class);

    @ArchTest
    static final ArchRule second_factors_have_their_libraries_to_themselves =
            only("secondfactor", "com.google.zxing..", "com.webauthn4j..", "dev.samstevens..", "tools.jackson..");

    @ArchTest
    static final ArchRule letters_have_their_library_to_themselves =
            only("letters", "org.apache.pdfbox..", "org.apache.fontbox..");

    @ArchTest
    static final ArchRule differences_are_found_in_one_place = only("terms", "com.github.difflib..");

    @ArchTest
    static final ArchRule the_machines_libraries_are_used_at_the_bottom =
            only("platform", "org.flywaydb..", "org.h2..", "org.postgresql..", "com.google.crypto.tink..");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "platform..")
            .should()
            .accessTargetWhere(describe("ask the machine for the time", ArchitectureTest::asksTheMachineForTheTime));

    @ArchTest
    static final ArchRule chance_comes_from_one_place = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "platform..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(UUID.class);

    @ArchTest
    static final ArchRule what_opens_an_account_goes_by_the_policy_on_approval = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "helpdesk.HelpRequests")
            .should()
            .accessTargetWhere(describe(
                    "do for a member what may take two of the staff",
                    access -> access.getTargetOwner().getName().equals(ROOT + "helpdesk.HelpDesk")
                            && Set.of("resetSecondFactors", "resetPassword", "correctEmail")
                                    .contains(access.getTarget().getName())));

    @ArchTest
    static final ArchRule a_name_says_what_it_is_for =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)");

    private static ArchRule only(String itsPackage, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + itsPackage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static DescribedPredicate<JavaClass> belongTo(String... endings) {
        return describe(
                "belong to a …" + String.join(", …", endings),
                type -> Stream.of(endings).anyMatch(outermost(type).getSimpleName()::endsWith));
    }

    private static ArchCondition<JavaClass> haveEachDependency(
            String description, BiPredicate<JavaClass, JavaClass> holds) {
        return new ArchCondition<>("have each dependency " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> !holds.test(
                                use.getOriginClass(), use.getTargetClass().getBaseComponentType()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }

    private static boolean asksTheMachineForTheTime(JavaAccess<?> access) {
        JavaClass owner = access.getTarget().getOwner();
        String name = access.getName();
        boolean clockGiven = access instanceof JavaCall<?> call
                && call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.getPackageName().equals("java.time") && name.equals("now") && !clockGiven
                || owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"))
                || owner.isEquivalentTo(System.class) && (name.equals("currentTimeMillis") || name.equals("nanoTime"))
                || owner.isEquivalentTo(Date.class) && access.getDescription().contains("<init>()");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static String rung(JavaClass type) {
        return type.getPackageName().replace(ROOT, "").split("\\.")[0];
    }
}
