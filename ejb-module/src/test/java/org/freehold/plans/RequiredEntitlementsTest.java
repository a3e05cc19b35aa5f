package org.freehold.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import org.freehold.plans.internal.SoldEntitlements;
import org.freehold.platform.Entitlement;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresEntitlement;

/** What services require is something that plans can give, and enough of it. */
@AnalyzeClasses(packages = "org.freehold", importOptions = ImportOption.DoNotIncludeTests.class)
class RequiredEntitlementsTest {
  @ArchTest
  static void whatIsRequiredCanBeGiven(JavaClasses classes) {
    List<Entitlement> known = new SoldEntitlements().entitlements();
    List<JavaMethod> requiring =
        classes.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(RequiresEntitlement.class))
            .toList();
    assertThat(requiring).isNotEmpty();
    for (JavaMethod method : requiring) {
      RequiresEntitlement required = method.getAnnotationOfType(RequiresEntitlement.class);
      assertThat(method.getOwner().isAnnotatedWith(Guarded.class)).as(method.getName()).isTrue();
      Entitlement entitlement =
          known.stream()
              .filter(one -> one.name().equals(required.value()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(method + " requires " + required.value()));
      assertThat(entitlement.suffices(entitlement.least(), required.atLeast()))
          .as("everybody has what " + method.getFullName() + " requires")
          .isFalse();
    }
  }
}
