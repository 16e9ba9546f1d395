package io.medallion.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveRawType;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.medallion");

    @Test
    void every_class_lives_in_a_room_that_has_a_floor() {
        hold(classes()
                .should()
                .resideInAnyPackage(Rooms.on(Rooms.ALL))
                .because("a room without a place in the order can import anything"));
    }

    @Test
    void a_room_imports_only_rooms_above_it() {
        List<List<String>> floors = new ArrayList<>(Rooms.CORE);
        floors.addAll(Rooms.JDBC);
        hold(IntStream.range(0, floors.size() - 1)
                .mapToObj(floor -> noClasses()
                        .that()
                        .resideInAnyPackage(Rooms.on(List.of(floors.get(floor))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(Rooms.on(floors.subList(floor + 1, floors.size())))
                        .because("what is read first must not need what is read later"))
                .toArray(ArchRule[]::new));
    }

    @Test
    void rooms_form_no_cycles() {
        hold(slices().assignedFrom(new Rooms())
                .should()
                .beFreeOfCycles()
                .because("rooms that need each other are one room with a wall in it"));
    }

    @Test
    void the_modules_keep_apart() {
        hold(
                noClasses()
                        .that()
                        .resideInAnyPackage(Rooms.on(Rooms.JDBC))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(Rooms.on(Rooms.LLM))
                        .because("a host without a language model must not carry one"),
                noClasses()
                        .that()
                        .resideInAnyPackage(Rooms.on(Rooms.LLM))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(Rooms.on(Rooms.JDBC))
                        .because("planning with a model needs no connection; the host joins the two"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(Rooms.on(Rooms.EXAMPLES))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(Rooms.on(Rooms.EXAMPLES))
                        .because("the examples show the library and are no part of it"));
    }

    @Test
    void only_the_sql_room_knows_jooq() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("io.medallion.sql")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .because("the trees are ours, and what renders them can be replaced in one place"));
    }

    @Test
    void the_core_opens_no_connection() {
        hold(noClasses()
                .that()
                .resideInAnyPackage(Rooms.on(Rooms.CORE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("plans, specs and SQL are made without a database"));
    }

    @Test
    void the_core_has_no_clock_and_no_dice() {
        hold(noClasses()
                .that()
                .resideInAnyPackage(Rooms.on(Rooms.CORE))
                .should()
                .accessTargetWhere(readsClockOrDice())
                .because("time, ids and randomness are parameters, so that the same input gives the same output"));
    }

    @Test
    void names_say_what_a_class_is() {
        hold(noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)")
                .because("such a name fits any content, and gets it"));
    }

    @Test
    void nothing_static_changes() {
        hold(
                fields().that()
                        .areStatic()
                        .should()
                        .beFinal()
                        .because("two hosts in one process share every static field"),
                noFields()
                        .that()
                        .areStatic()
                        .should(haveRawType(resideInAnyPackage("java.util.concurrent.atomic")
                                .or(assignableTo(ConcurrentMap.class))
                                .or(assignableTo(ThreadLocal.class))))
                        .because("a final holder of changing state is changing state"));
    }

    @Test
    void the_router_is_ours() {
        hold(noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.langchain4j.rag.query.router.QueryRouter")
                .because("it has the name of ours and chooses retrievers, not layers"));
    }

    @Test
    void signatures_show_no_foreign_types() {
        String[] plain = {"java..", "io.medallion..", "org.jspecify.annotations", "com.fasterxml.jackson.annotation"};
        hold(
                classes()
                        .that()
                        .resideInAnyPackage(Rooms.on(Rooms.CORE))
                        .should(ExposeOnly.typesOf(plain))
                        .because("a library in a signature is forced on every user, in that version"),
                classes()
                        .that()
                        .resideInAnyPackage(Rooms.on(Rooms.JDBC))
                        .should(ExposeOnly.typesOf("java..", "io.medallion..", "javax.sql"))
                        .because("a DataSource is all that a host and the library need to share"),
                classes()
                        .that()
                        .resideInAnyPackage(Rooms.on(Rooms.LLM))
                        .should(ExposeOnly.typesOf("java..", "io.medallion..", "dev.langchain4j.."))
                        .because("any ChatModel will do, and nothing else is asked for"));
    }

    @Test
    void the_test_kit_serves_every_test_framework() {
        hold(noClasses()
                .that()
                .resideInAPackage("io.medallion.testing")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.assertj..", "net.jqwik..", "org.opentest4j..")
                .because("the user's test framework and its version are the user's choice"));
    }

    @Test
    void every_room_says_what_it_is_and_is_null_marked() {
        List<String> unmarked = new ArrayList<>();
        HOUSE.getPackage("io.medallion")
                .traversePackageTree(room -> !room.getClasses().isEmpty(), (JavaPackage room) -> {
                    if (!room.isAnnotatedWith(NullMarked.class)) {
                        unmarked.add(room.getName());
                    }
                });
        assertThat(unmarked)
                .as("packages without a package-info that says @NullMarked: null is then allowed anywhere")
                .isEmpty();
    }

    private static DescribedPredicate<JavaAccess<?>> readsClockOrDice() {
        Set<String> dice =
                Set.of("java.util.Random", "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom");
        Set<String> calls = Set.of(
                "java.util.UUID.randomUUID",
                "java.lang.Math.random",
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime");
        return DescribedPredicate.describe("the system's clock or dice", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getName();
            boolean clock = owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"));
            boolean now = owner.startsWith("java.time.")
                    && name.equals("now")
                    && !access.getTarget().getFullName().contains("java.time.Clock");
            return clock || now || dice.contains(owner) || calls.contains(owner + "." + name);
        });
    }

    private static void hold(ArchRule... rules) {
        assertAll(Stream.of(rules).map(rule -> () -> rule.allowEmptyShould(true).check(HOUSE)));
    }
}
