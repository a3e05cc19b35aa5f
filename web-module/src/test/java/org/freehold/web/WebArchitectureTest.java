package org.freehold.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.freehold.platform.SystemCall;

/** Web translates: it knows services, and nothing of what is inside them. */
@AnalyzeClasses(packages = "org.freehold.web", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {
  @ArchTest
  static final ArchRule webTouchesNoInternalsAndNoPersistence =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..internal..", "jakarta.persistence..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule webCallsNothingThatIsForComponentsOnly =
      ArchRuleDefinition.classes()
          .should(
              new ArchCondition<JavaClass>("call no @SystemCall") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                    call.getTarget()
                        .resolveMember()
                        .filter(method -> method.isAnnotatedWith(SystemCall.class))
                        .ifPresent(
                            method ->
                                events.add(
                                    SimpleConditionEvent.violated(type, call.getDescription())));
                  }
                }
              });
}
