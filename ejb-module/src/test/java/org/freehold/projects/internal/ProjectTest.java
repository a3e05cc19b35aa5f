package org.freehold.projects.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.AccessAttributes;
import org.freehold.engine.access.ResourceAttributes;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.engine.access.Visibility;
import org.freehold.engine.access.condition.Network;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.projects.DataClassification;
import org.freehold.projects.Priority;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.Reading;
import org.freehold.projects.SecurityLevel;
import org.junit.jupiter.api.Test;

class ProjectTest {
  private static final TenantId TENANT = new TenantId(Uuid7.next());
  private static final UserId CREATOR = new UserId(Uuid7.next());
  private static final UserId OTHER = new UserId(Uuid7.next());
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void belongsToItsCreatorUnlessSomebodyIsNamed() {
    assertThat(project("{\"name\":\"x\"}").details().ownerId()).isEqualTo(CREATOR);
    assertThat(project("{\"name\":\"x\",\"owner_id\":\"%s\"}").details().ownerId())
        .isEqualTo(OTHER);
  }

  @Test
  void keepsItsOwnerWhenNobodyIsNamed() {
    Project project = project("{\"name\":\"x\",\"owner_id\":\"%s\"}");

    project.change(fields("{\"name\":\"y\"}"), LATER);

    assertThat(project.details().ownerId()).isEqualTo(OTHER);
  }

  @Test
  void refusesToEndBeforeItStarts() {
    assertThatThrownBy(
            () ->
                project(
                    "{\"name\":\"x\",\"start_date\":\"2026-02-01\",\"end_date\":\"2026-01-31\"}"))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.faults())
                    .extracting(Problem.Fault::pointer)
                    .containsExactly("/end_date"));
  }

  @Test
  void mayEndOnTheDayItStarts() {
    Project project =
        project("{\"name\":\"x\",\"start_date\":\"2026-02-01\",\"end_date\":\"2026-02-01\"}");

    assertThat(project.details().endDate()).isEqualTo(project.details().startDate());
  }

  @Test
  void tellsItsFieldsAsTheyWereGiven() {
    ProjectFields fields =
        fields(
            "{\"name\":\"x\",\"owner_id\":\"%1$s\",\"kpis\":{\"a\":1.50,\"b\":\"<\"},"
                + "\"frameworks\":[\"React\"],\"data_classification\":\"financial\","
                + "\"stakeholders\":[{\"user_id\":\"%1$s\",\"role\":\"sponsor\"}]}");

    assertThat(new Project(TENANT, fields, CREATOR, NOW).fields()).isEqualTo(fields);
  }

  @Test
  void remembersWhenItWasMadeAndChanged() {
    Project project = project("{\"name\":\"x\"}");

    project.change(fields("{\"name\":\"y\",\"priority\":\"critical\"}"), LATER);

    assertThat(project.createdAt()).isEqualTo(NOW);
    assertThat(project.updatedAt()).isEqualTo(LATER);
    assertThat(project.details().priority()).isEqualTo(Priority.CRITICAL);
    assertThat(project.priorityRank()).isEqualTo(4);
  }

  @Test
  void tellsTheAccessDecisionWhoTakesPart() {
    Project project =
        project(
            "{\"name\":\"x\",\"visibility\":\"private\",\"status\":\"paused\","
                + "\"data_classification\":\"PII\",\"security_level\":\"restricted\","
                + "\"requires_approval\":true,\"allowed_ips\":[\"10.0.0.0/8\",\"::1\"],"
                + "\"allowed_email_domains\":[\"one.example\"],"
                + "\"stakeholders\":[{\"user_id\":\"%s\",\"role\":\"sponsor\"}]}");
    UUID task = Uuid7.next();

    ResourceFacts facts = project.factsOf("tasks", task, "todo");

    assertThat(facts.resourceType()).isEqualTo("tasks");
    assertThat(facts.id()).isEqualTo(task);
    assertThat(facts.ownerId()).isEqualTo(CREATOR.value());
    assertThat(facts.visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(facts.participants()).isEqualTo(Set.of(OTHER.value()));
    assertThat(facts.attributes())
        .isEqualTo(
            new ResourceAttributes(
                null,
                "todo",
                "PII",
                "restricted",
                null,
                true,
                List.of(
                    Network.parse("10.0.0.0/8").orElseThrow(), Network.parse("::1").orElseThrow()),
                Set.of("one.example"),
                Map.of()));
    assertThat(project.facts().attributes().status()).isEqualTo("paused");
    assertThat(project.facts().id()).isEqualTo(project.id().value());
  }

  /** What policies can be written about is what projects can be. */
  @Test
  void saysItAsPoliciesDo() {
    assertThat(WireNames.of(DataClassification.class)).isEqualTo(AccessAttributes.CLASSIFICATIONS);
    assertThat(WireNames.of(SecurityLevel.class)).isEqualTo(AccessAttributes.SECURITY_LEVELS);
  }

  private static Project project(String json) {
    return new Project(TENANT, fields(json), CREATOR, NOW);
  }

  private static ProjectFields fields(String json) {
    return Reading.of(ProjectFields.class, json.formatted(OTHER.value()));
  }
}
