package io.steelyard.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Who may use whom, and which outside library may be used where.
class WallsTest {
    private static final JavaClasses CLASSES = House.classes();

    private static final DescribedPredicate<JavaClass> DATABASE_CODE = describe(
            "in sql or a jdbc package", c -> c.getPackageName().matches("io\\.steelyard\\.(sql|.*\\.jdbc)(\\..*)?"));

    @Test
    void roomsUseOnlyTheRoomsOfTheirRow() {
        classes()
                .should(new ArchCondition<JavaClass>("use only the rooms of their row in House") {
                    @Override
                    public void check(JavaClass it, ConditionEvents events) {
                        String room = House.roomOf(it.getName());
                        for (Dependency use : it.getDirectDependenciesFromSelf()) {
                            String target =
                                    use.getTargetClass().getBaseComponentType().getName();
                            if (target.startsWith(House.PACKAGE)) {
                                String used = House.roomOf(target);
                                boolean allowed =
                                        used.equals(room) || House.row(room).contains(used);
                                events.add(new SimpleConditionEvent(it, allowed, use.getDescription()));
                            }
                        }
                    }
                })
                .check(CLASSES);
    }

    @Test
    void theTableHasNoLoopAndNoUnknownRoom() {
        for (String room : House.rooms()) {
            assertThat(House.rooms()).as("rooms that exist").containsAll(House.row(room));
            for (String used : House.row(room)) {
                assertThat(House.row(used)).as("rooms used by " + used).doesNotContain(room);
            }
        }
    }

    @Test
    void packagesHaveNoLoops() {
        slices().matching("io.steelyard.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void jooqStaysInDatabaseCode() {
        noClasses()
                .that(DescribedPredicate.not(DATABASE_CODE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "org.flywaydb..", "com.zaxxer..")
                .check(CLASSES);
    }

    @Test
    void javaSqlStaysInDatabaseCodeAndInData() {
        noClasses()
                .that(DescribedPredicate.not(DATABASE_CODE))
                .and()
                .resideOutsideOfPackage("io.steelyard.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void theWebFrameworkStaysInServerAndServing() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.steelyard.server..", "io.steelyard.serving..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon..")
                .check(CLASSES);
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void packagesSayThatNullIsTheException() {
        List<String> unmarked = CLASSES.stream()
                .map(c -> c.getPackage())
                .distinct()
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(p -> p.getName())
                .toList();
        assertThat(unmarked)
                .as("packages whose package-info.java has no @NullMarked")
                .isEmpty();
    }

    @Test
    void everyRoomIsLookedAt() {
        var seen = CLASSES.stream().map(c -> House.roomOf(c.getName())).collect(Collectors.toSet());
        for (Path module : House.modules()) {
            String room = module.getFileName().toString().replace('-', '.');
            assertThat(House.rooms()).as("the table in House").contains(room);
            assertThat(seen).as("rooms in the pom of architecture").contains(room);
        }
    }
}
