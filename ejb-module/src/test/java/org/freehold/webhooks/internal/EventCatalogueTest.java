package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.EventType;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.schema.JsonSchemas;
import org.freehold.webhooks.EventTypeDetails;
import org.junit.jupiter.api.Test;

/** What the catalogue says of events, and whether it is all. */
class EventCatalogueTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.freehold");

  /** The events that clients know by name. */
  private static final Set<String> PUBLISHED =
      Stream.of(
              "tenant.created|updated|activated|suspended|archived|trial_ending",
              "workspace.created",
              "user.created|updated|deactivated",
              "membership.added|removed|role_changed",
              "team.created|member_added",
              "project.created|updated|status_changed|archived",
              "task.created|updated|completed",
              "file.uploaded",
              "environment.created|deployed|drifted",
              "release.prepared|approved|promoted|failed|rollback",
              "admin.demo_seed.requested|completed",
              "admin.domain.verified",
              "api_key.created|rotated|revoked",
              "flag.changed",
              "subscription.changed",
              "quota.warning|exceeded",
              "webhook.endpoint.disabled",
              "audit.checkpoint",
              "compliance.report.completed",
              "backup.completed|failed",
              "security.alert")
          .flatMap(EventCatalogueTest::names)
          .collect(Collectors.toCollection(TreeSet::new));

  /** Those that nothing can fire yet, and why. */
  private static final Map<String, String> NOT_THERE =
      Map.of(
          "tenant.trial_ending", "no job looks for trials that are about to end",
          "membership.removed", "people are deactivated; none leaves a tenant",
          "backup.completed", "there is no backup job",
          "backup.failed", "there is no backup job");

  /** Of the log of the audit trail, which may fire it or not as long as it is being made. */
  private static final String CHECKPOINT = "audit.checkpoint";

  private static Stream<String> names(String line) {
    String kind = line.substring(0, line.lastIndexOf('.') + 1);
    return Stream.of(line.substring(kind.length()).split("\\|")).map(name -> kind + name);
  }

  private static Map<String, EventTypeDetails> catalogue() {
    Map<String, EventTypeDetails> types = new TreeMap<>();
    for (DomainEvent example : examples()) {
      EventTypeDetails details = ProductTypes.details(example);
      assertThat(types.put(details.type(), details)).as(details.type() + " twice").isNull();
    }
    return types;
  }

  private static List<DomainEvent> examples() {
    List<DomainEvent> examples = new ArrayList<>();
    for (JavaClass one : CLASSES) {
      if (!one.isInterface() && one.isAssignableTo(EventCatalogue.class)) {
        examples.addAll(made(one.reflect()).examples());
      }
    }
    return examples;
  }

  private static EventCatalogue made(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (EventCatalogue) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject tree(Map<String, ?> map) {
    return JsonText.parseObject(JsonText.of(map));
  }

  @Test
  void everyExampleHoldsToItsSchemaAndTheSchemaIsOne() {
    assertThat(catalogue()).hasSizeGreaterThan(50);
    catalogue()
        .values()
        .forEach(
            type -> {
              JsonObject schema = tree(type.schema());
              JsonSchemas.require(schema);
              assertThat(JsonSchemas.faults(JsonSchemas.of(schema), tree(type.example())))
                  .as(type.type())
                  .isEmpty();
            });
  }

  @Test
  void whatIsNotOfTheSchemaIsFound() {
    EventTypeDetails type = catalogue().get("project.created");
    JsonObject example = tree(type.example());
    JsonObject data =
        Json.createObjectBuilder(example.getJsonObject("data"))
            .add("id", "no id")
            .add("status", "unheard of")
            .addNull("name")
            .remove("priority")
            .build();
    JsonObject wrong =
        Json.createObjectBuilder(example).add("type", "project.updated").add("data", data).build();
    assertThat(JsonSchemas.faults(JsonSchemas.of(tree(type.schema())), wrong))
        .extracting(fault -> fault.pointer() + " " + fault.code())
        .containsExactlyInAnyOrder(
            "/data/id format",
            "/data/name type",
            "/data/priority required",
            "/data/status enum",
            "/type const");
  }

  @Test
  void everyEventThatIsFiredIsInTheCatalogue() {
    Set<String> declared = new TreeSet<>();
    for (JavaClass one : CLASSES) {
      if (one.isAnnotatedWith(EventType.class)) {
        declared.add(one.getAnnotationOfType(EventType.class).value());
      }
    }
    assertThat(catalogue().keySet()).containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void everyPublishedEventIsThereOrItIsSaidWhyNot() {
    Set<String> expected = new TreeSet<>(PUBLISHED);
    expected.removeAll(NOT_THERE.keySet());
    expected.remove(CHECKPOINT);
    assertThat(catalogue().keySet()).containsAll(expected);
    assertThat(catalogue().keySet())
        .as("what is there needs no excuse")
        .doesNotContainAnyElementsOf(NOT_THERE.keySet());
    assertThat(PUBLISHED).containsAll(NOT_THERE.keySet()).contains(CHECKPOINT);
  }
}
