package org.freehold;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesBetweenModules;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.transaction.TransactionScoped;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.freehold.platform.Audited;
import org.freehold.platform.Feature;
import org.freehold.platform.Guarded;
import org.freehold.platform.OnNew;
import org.freehold.platform.PublicCall;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SelfCall;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * The shape of the house: what features may know of each other, and what every service must say.
 */
@AnalyzeClasses(packages = "org.freehold", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Classes that work in a transaction of their own, each for a reason told in its comment. */
  private static final Set<String> OWN_TRANSACTION =
      Set.of(
          "WorkClaims",
          "DueClaims",
          "EndpointRates",
          "DueLook",
          "DueFigures",
          "AccessChanges",
          "SigningKeys",
          "DatabaseHealth",
          "BatchHealth");

  /** Look-ups that come before the tenant is known, or concern people across tenants. */
  private static final Set<String> WITHOUT_TENANT =
      Set.of(
          "TenantRepository",
          "PersonRepository",
          "CallerRepository",
          "PlanRepository",
          "TemplateRepository");

  private static final Set<String> OWN_POOL =
      Set.of(
          "RefusalTrail",
          "LogOrigin",
          "DataKeys",
          "WorkClaims",
          "DueClaims",
          "EndpointRates",
          "DueLook",
          "DueFigures",
          "AccessChanges",
          "SharedBuckets",
          "PlanRows",
          "OwnTransaction");

  /** What is on record when a thing was made that rules look at. */
  private static final Set<String> MAKING =
      Set.of("project.created", "task.created", "file.uploaded");

  private static final List<Class<? extends Annotation>> WHO_MAY_CALL =
      List.of(RequiresPermission.class, SelfCall.class, PublicCall.class, SystemCall.class);

  @ArchTest
  static final ArchRule featuresUseOnlyWhatTheyDeclare =
      modules()
          .definedByAnnotation(Feature.class)
          .should()
          .respectTheirAllowedDependenciesDeclaredIn(
              "dependsOn", consideringOnlyDependenciesBetweenModules());

  @ArchTest
  static final ArchRule featuresFormNoCircle =
      modules().definedByAnnotation(Feature.class).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobodyTouchesTheInsidesOfAnotherFeature =
      classes().should(useInternalsOfTheirOwnFeatureOnly());

  @ArchTest
  static final ArchRule servicesKnowNothingOfHttp =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule everyServiceMethodSaysWhoMayCallIt =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Guarded.class)
          .and()
          .arePublic()
          .should(sayWhoMayCall());

  @ArchTest
  static final ArchRule whatSaysWhoMayCallItIsGuarded =
      methods()
          .that()
          .areAnnotatedWith(RequiresPermission.class)
          .or()
          .areAnnotatedWith(SystemCall.class)
          .or()
          .areAnnotatedWith(SelfCall.class)
          .or()
          .areAnnotatedWith(PublicCall.class)
          .should()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(Guarded.class);

  /** Rules look at projects and at what is in them; so nobody makes one without being asked. */
  @ArchTest
  static final ArchRule whatRulesLookAtIsDecidedOnBeforeItIsMade =
      methods().that().areAnnotatedWith(Audited.class).should(sayWhatTheyMake());

  @ArchTest
  static final ArchRule repositoriesCannotBeAskedWithoutATenant =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Repository")
          .and()
          .arePublic()
          .should(takeATenant());

  @ArchTest
  static final ArchRule ownTransactionsAreFew =
      classes()
          .should(
              new ArchCondition<JavaClass>("suspend no transaction") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean own =
                      type.tryGetAnnotationOfType(TransactionAttribute.class)
                              .filter(a -> a.value() == TransactionAttributeType.REQUIRES_NEW)
                              .isPresent()
                          || type.getMethods().stream()
                              .flatMap(
                                  m ->
                                      m.tryGetAnnotationOfType(TransactionAttribute.class).stream())
                              .anyMatch(a -> a.value() == TransactionAttributeType.REQUIRES_NEW);
                  if (own && !OWN_TRANSACTION.contains(type.getSimpleName())) {
                    events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " has REQUIRES_NEW"));
                  }
                }
              });

  /**
   * A second connection from the pool that the transaction uses can lock the pool up: each writer
   * would wait for another.
   */
  @ArchTest
  static final ArchRule onlyPoolsApartAreAskedForConnections =
      noFields()
          .that()
          .areDeclaredInClassesThat(
              describe(
                  "work on a pool of their own", type -> !OWN_POOL.contains(type.getSimpleName())))
          .should()
          .haveRawType(DataSource.class);

  @ArchTest
  static final ArchRule oneClassCarriesTheCallOnTheThread =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .doNotHaveSimpleName("CurrentCall")
          .should()
          .haveRawType(ThreadLocal.class);

  /** ADR 80. */
  @ArchTest
  static final ArchRule whatATransactionKeepsIsNoBean =
      noClasses().should().beAnnotatedWith(TransactionScoped.class);

  @ArchTest
  static final ArchRule entitiesStayInside =
      classes()
          .that()
          .areAnnotatedWith(jakarta.persistence.Entity.class)
          .should()
          .resideInAPackage("..internal");

  @ArchTest
  static final ArchRule entitiesHaveNoSetters =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(jakarta.persistence.Entity.class)
          .should()
          .haveNameNotMatching("set[A-Z].*");

  private static ArchCondition<JavaClass> useInternalsOfTheirOwnFeatureOnly() {
    return new ArchCondition<>("use internals of their own feature only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(d -> d.getTargetClass().getPackageName().endsWith(".internal"))
            .filter(d -> !feature(type).equals(feature(d.getTargetClass())))
            .forEach(d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
      }
    };
  }

  private static String feature(JavaClass type) {
    return Arrays.stream(type.getPackageName().split("\\.")).skip(2).findFirst().orElse("");
  }

  private static ArchCondition<JavaMethod> sayWhoMayCall() {
    return new ArchCondition<>("say who may call them, in one way") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        long ways = WHO_MAY_CALL.stream().filter(method::isAnnotatedWith).count();
        boolean isStatic = method.getModifiers().contains(JavaModifier.STATIC);
        if (ways != 1 && !isStatic) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " says it " + ways + " times"));
        }
      }
    };
  }

  private static ArchCondition<JavaMethod> sayWhatTheyMake() {
    return new ArchCondition<>("mark what describes the thing that they make") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean makes = MAKING.contains(method.getAnnotationOfType(Audited.class).value());
        boolean marked =
            method.getParameters().stream()
                .anyMatch(parameter -> parameter.isAnnotatedWith(OnNew.class));
        if (makes && !marked) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not"));
        }
      }
    };
  }

  private static ArchCondition<JavaMethod> takeATenant() {
    return new ArchCondition<>("take a tenant") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean takes =
            method.getRawParameterTypes().stream()
                .anyMatch(
                    p -> p.isEquivalentTo(TenantId.class) || p.isEquivalentTo(TenantRef.class));
        boolean writes =
            method.getRawParameterTypes().stream()
                .anyMatch(p -> p.isAnnotatedWith(jakarta.persistence.Entity.class));
        boolean flushes = method.getName().equals("flush");
        if (!takes
            && !writes
            && !flushes
            && !WITHOUT_TENANT.contains(method.getOwner().getSimpleName())) {
          events.add(
              SimpleConditionEvent.violated(method, method.getFullName() + " takes no tenant"));
        }
      }
    };
  }
}
