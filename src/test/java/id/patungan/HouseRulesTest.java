package id.patungan;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/** What everybody keeps to, whatever they work on. */
class HouseRulesTest {

    private static final Path CLASSES = Path.of("target/classes");

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("/platform/schema/"))
                    .importPackages("id.patungan");

    @Test
    void nobodyAsksForTheTimeWithoutTheClock() {
        noClasses()
                .should(
                        accessTargetWhere(
                                access(
                                        "now() without a clock, or the system's clock",
                                        HouseRulesTest::asksForTheTime)))
                .because("tests move the clock; use the Clock bean")
                .check(PROGRAM);
    }

    private static boolean asksForTheTime(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var argumentless = access.getTarget().getFullName().endsWith("()");
        return switch (access.getName()) {
            case "now" -> owner.getPackageName().startsWith("java.time") && argumentless;
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" -> owner.isEquivalentTo(java.util.Date.class) && argumentless;
            default -> false;
        };
    }

    @Test
    void noFloatingPointNearMoney() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(CLASSES)) {
            for (var file : files.filter(HouseRulesTest::isNearMoney).toList()) {
                var model = ClassFile.of().parse(file);
                model.fields().stream()
                        .filter(field -> isFloating(field.fieldType().stringValue()))
                        .forEach(field -> found.add(file + " field " + field.fieldName()));
                for (var method : model.methods()) {
                    var code = method.code().map(body -> body.elementList()).orElse(List.of());
                    if (isFloating(method.methodType().stringValue())
                            || code.stream().anyMatch(HouseRulesTest::isFloating)) {
                        found.add(file + " " + method.methodName().stringValue());
                    }
                }
            }
        }
        assertThat(found).as("double or float near money").isEmpty();
    }

    /** Compilers put machine instructions in place of these, with other last digits. */
    @Test
    void simulationsCalculateWithFunctionsThatAreTheSameEverywhere() {
        noClasses()
                .that()
                .resideInAPackage("id.patungan.forecasting.simulation")
                .should(
                        accessTargetWhere(
                                access(
                                        "functions on doubles whose last digits are not prescribed",
                                        HouseRulesTest::isNotPrescribed)))
                .because("the same seed is to give the same bytes; use StrictMath")
                .check(PROGRAM);
    }

    private static boolean isNotPrescribed(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return owner.isEquivalentTo(Math.class)
                ? !access.getName().matches("abs|min|max|.*Exact")
                : owner.isEquivalentTo(DoubleStream.class)
                        && access.getName().matches("sum|average|summaryStatistics");
    }

    private static boolean isNearMoney(Path file) {
        var path = CLASSES.relativize(file).toString();
        return path.endsWith(".class")
                && path.matches(
                        "id/patungan/(basics|allocation|ledger|contributions|grants|budget|forecasting(?!/simulation))/.*");
    }

    private static boolean isFloating(String descriptor) {
        var primitive = descriptor.replaceAll("L[^;]*;", "");
        return primitive.contains("D")
                || primitive.contains("F")
                || descriptor.contains("Ljava/lang/Double;")
                || descriptor.contains("Ljava/lang/Float;");
    }

    private static boolean isFloating(CodeElement element) {
        return switch (element) {
            case OperatorInstruction operator ->
                    switch (operator.typeKind()) {
                        case DOUBLE, FLOAT -> true;
                        default -> false;
                    };
            case ConstantInstruction constant ->
                    constant.constantValue() instanceof Double
                            || constant.constantValue() instanceof Float;
            default -> false;
        };
    }

    @Test
    void onlyRepositoriesSpeakSql() {
        noClasses()
                .that(
                        describe(
                                "are neither repositories nor set up the database",
                                type ->
                                        !outermost(type).getSimpleName().endsWith("Repository")
                                                && !outermost(type)
                                                        .getSimpleName()
                                                        .endsWith("Configuration")
                                                && !type.getPackageName()
                                                        .startsWith(
                                                                "id.patungan.platform.database")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .check(PROGRAM);
    }

    @Test
    void refusalsAreFinalAndMadeByNamedFactories() {
        classes()
                .that()
                .areAssignableTo(DomainException.class)
                .and()
                .doNotBelongToAnyOf(DomainException.class)
                .should()
                .haveModifier(FINAL)
                .check(PROGRAM);
        constructors()
                .that()
                .areDeclaredInClassesThat(
                        describe(
                                "are refusals of a module",
                                type ->
                                        type.isAssignableTo(DomainException.class)
                                                && !type.isEquivalentTo(InputException.class)
                                                && !type.isEquivalentTo(DomainException.class)))
                .should()
                .notHaveModifier(PUBLIC)
                .because("a factory method says the reason, and its code is found by a test")
                .check(PROGRAM);
    }

    @Test
    void whatAServiceThrowsIsARefusalABugOrTheSurroundings() {
        var allowed =
                Set.of(
                        "id.patungan.platform.database.EnvironmentException",
                        "id.patungan.cli.StartException");
        classes()
                .that()
                .areAssignableTo(Exception.class)
                .and()
                .areTopLevelClasses()
                .and(
                        describe(
                                "are not named as exceptions to this rule",
                                type -> !allowed.contains(type.getName())))
                .should()
                .beAssignableTo(DomainException.class)
                .check(PROGRAM);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessMarked() {
        var unmarked =
                PROGRAM.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(pack -> !pack.isAnnotatedWith(NullMarked.class))
                        .map(pack -> pack.getName())
                        .sorted()
                        .toList();

        assertThat(unmarked).isEmpty();
    }

    @Test
    void theCalculationDependsOnNothingThatRuns() {
        classes()
                .that()
                .resideInAnyPackage("id.patungan.basics..", "id.patungan.allocation..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "id.patungan.basics..",
                        "id.patungan.allocation..",
                        "org.jspecify..",
                        "org.springframework.modulith",
                        "com.ibm.icu..",
                        "org.yaml.snakeyaml..",
                        "org.apache.commons.csv..")
                .check(PROGRAM);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRulesTest::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaClass> describe(
            String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private static DescribedPredicate<JavaAccess<?>> access(
            String description, Predicate<JavaAccess<?>> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
