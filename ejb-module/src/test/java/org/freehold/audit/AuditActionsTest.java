package org.freehold.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Audited;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.RequiresPermission;
import org.junit.jupiter.api.Test;

/** That everything that can be done is on record, or says why not, and under which names. */
class AuditActionsTest {
  private static final String WRITE =
      "mvn -o test -pl ejb-module -Dtest=AuditActionsTest -Dfreehold.actions.write=true";

  private static final Path DOCUMENT = Path.of("../docs/audit/actions.md");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.freehold");

  private static Map<String, AuditAction> catalogue() {
    Map<String, AuditAction> actions = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      if (type.isAssignableTo(AuditActions.class) && !type.isInterface()) {
        for (AuditAction action : made(type).actions()) {
          assertThat(actions.put(action.name(), action)).as(action.name() + " twice").isNull();
        }
      }
    }
    return actions;
  }

  private static AuditActions made(JavaClass type) {
    try {
      Constructor<?> constructor = type.reflect().getDeclaredConstructor();
      constructor.setAccessible(true);
      return (AuditActions) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName() + " cannot be made without CDI", e);
    }
  }

  private static Stream<JavaMethod> methods() {
    return CLASSES.stream().flatMap(type -> type.getMethods().stream());
  }

  private static Stream<JavaMethod> operations() {
    return methods()
        .filter(method -> method.getOwner().isAnnotatedWith(Guarded.class))
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  @Test
  void everyOperationIsOnRecordOrSaysWhyNot() {
    assertThat(operations().filter(AuditActionsTest::isSilent).map(JavaMethod::getFullName))
        .as("needs @Audited, or @NotAudited with the reason")
        .isEmpty();
  }

  private static boolean isSilent(JavaMethod method) {
    return !method.isAnnotatedWith(Audited.class)
        && !method.isAnnotatedWith(NotAudited.class)
        && !method.getOwner().isAnnotatedWith(NotAudited.class)
        && !reads(method);
  }

  private static boolean reads(JavaMethod method) {
    return method
        .tryGetAnnotationOfType(RequiresPermission.class)
        .filter(permission -> permission.value().endsWith(":read"))
        .isPresent();
  }

  /** Else what is added to such a class would be excused unseen. */
  @Test
  void aClassIsExcusedOnlyAsAWhole() {
    assertThat(
            methods()
                .filter(method -> method.getOwner().isAnnotatedWith(NotAudited.class))
                .filter(method -> method.isAnnotatedWith(Audited.class))
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  @Test
  void nothingIsBothOnRecordAndExcused() {
    assertThat(
            methods()
                .filter(method -> method.isAnnotatedWith(NotAudited.class))
                .filter(method -> method.isAnnotatedWith(Audited.class) || reads(method))
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  @Test
  void everyActionIsInTheCatalogueAsItIsRecorded() {
    Map<String, AuditAction> catalogue = catalogue();
    assertThat(catalogue).hasSizeGreaterThanOrEqualTo(60);
    List<Audited> recorded =
        methods().flatMap(method -> method.tryGetAnnotationOfType(Audited.class).stream()).toList();
    assertThat(recorded).isNotEmpty();
    for (Audited audited : recorded) {
      assertThat(catalogue.keySet().contains(audited.value()))
          .as(audited.value() + ": tell what it means in the AuditActions of its feature")
          .isTrue();
      assertThat(catalogue.get(audited.value()).complianceRelevant())
          .as(audited.value() + " is relevant to auditors")
          .isEqualTo(audited.complianceRelevant());
    }
  }

  /** A name stands in leaves for ever, and products' own never look like it. */
  @Test
  void namesAndMeaningsAreWellFormed() {
    for (AuditAction action : catalogue().values()) {
      assertThat(action.name()).matches("[a-z][a-z_]*(\\.[a-z][a-z_]*){1,2}");
      assertThat(action.meaning()).as(action.name()).matches("[A-Z].*[.]").hasSizeBetween(15, 200);
    }
  }

  @Test
  void theDocumentTellsAllOfThem() throws IOException {
    String made = document();
    if (Boolean.getBoolean("freehold.actions.write")) {
      Files.writeString(DOCUMENT, made);
    }
    assertThat(Files.readString(DOCUMENT)).as("To write it again: " + WRITE).isEqualTo(made);
  }

  private static String document() {
    return catalogue().values().stream()
        .map(AuditActionsTest::row)
        .collect(
            Collectors.joining(
                "\n",
                """
                # Actions of the audit trail

                What the product puts on record, made from the code: `GET /api/audit-logs/actions` tells the same. An event of a refusal or a failure
                has the name of what was tried and is a WARNING at least. *Relevant* are those that auditors ask for. Calls that only
                read leave no event, unless what they read is told here. The product that is built on Freehold adds
                [actions of its own](../api/audit.md).

                | action | class | severity | relevant | an event of success says |
                |---|---|---|---|---|
                """,
                "\n"));
  }

  private static String row(AuditAction action) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            action.name(),
            action.kind(),
            action.severity().wireName(),
            action.complianceRelevant() ? "yes" : "",
            action.meaning());
  }
}
