package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.freehold.engine.delivery.PayloadFilter.Operation;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.json.JsonText;
import org.freehold.webhooks.EndpointFields;
import org.freehold.webhooks.EndpointFilter;
import org.junit.jupiter.api.Test;

class WantedTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final WorkspaceId SALES = new WorkspaceId(Uuid7.next());
  private static final EventContent HIGH = content("high", SALES);
  private static final EventContent LOW = content("low", SALES);

  private static EventContent content(String priority, WorkspaceId workspace) {
    return new EventContent(
        "{\"type\":\"task.created\",\"data\":{\"priority\":\"%s\",\"workspace_id\":\"%s\"}}"
            .formatted(priority, workspace.value()));
  }

  private static EndpointFields fields(
      List<String> events, WorkspaceId workspace, List<EndpointFilter> filters) {
    return new EndpointFields(
        "https://example.com/",
        null,
        events,
        filters,
        null,
        workspace,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static EndpointFilter priority(String value) {
    return new EndpointFilter("data.priority", Operation.EQ, Json.createValue(value));
  }

  private static WebhookEndpoint endpoint(EndpointFields fields) {
    return new WebhookEndpoint(new TenantId(Uuid7.next()), fields, NOW);
  }

  @Test
  void typeWorkspaceAndFiltersMustAllHold() {
    Wanted wanted =
        endpoint(fields(List.of("order.paid", "task.*"), SALES, List.of(priority("high"))))
            .wanted();
    assertThat(wanted.matches("task.created", HIGH)).isTrue();
    assertThat(wanted.matches("task.created", LOW)).isFalse();
    assertThat(wanted.matches("project.created", HIGH)).isFalse();
    assertThat(wanted.matches("task.created", content("high", new WorkspaceId(Uuid7.next()))))
        .isFalse();
    Wanted all = endpoint(fields(null, null, null)).wanted();
    assertThat(all.matches("anything.at_all", LOW)).isTrue();
  }

  @Test
  void whatWasReadOnceIsHeldAgainstAllMessagesOfABatch() {
    WebhookEndpoint endpoint = endpoint(fields(null, null, List.of(priority("high"))));
    Wanted wanted = endpoint.wanted();
    endpoint.change(fields(null, null, List.of(priority("low"))), NOW);
    assertThat(wanted.matches("task.created", HIGH)).isTrue();
    assertThat(wanted.matches("task.created", LOW)).isFalse();
    assertThat(endpoint.wanted().matches("task.created", LOW)).isTrue();
  }

  @Test
  void whatWasTakenOnceStaysAsItIs() {
    JsonArrayBuilder many = Json.createArrayBuilder(Collections.nCopies(20, "x".repeat(900)));
    EndpointFilter large = new EndpointFilter("data.priority", Operation.IN, many.build());
    EndpointFields stored = fields(List.of("Never a type"), null, List.of(large));
    EndpointInterests interests = new EndpointInterests(stored);
    interests.requireChange(stored);
    interests.requireChange(fields(stored.events(), SALES, List.of()));
    interests.requireChange(fields(List.of("task.*"), null, List.of(large)));
    Invalid refused =
        catchThrowableOfType(
            Invalid.class,
            () ->
                interests.requireChange(
                    fields(List.of("Nor this"), null, List.of(large, priority("high")))));
    assertThat(refused.faults()).hasSize(2);
  }

  @Test
  void filtersTogetherMayHaveSoManyBytes() {
    int free = EndpointInterests.LARGEST_FILTERS - JsonText.of(filters("")).length();
    assertThat(endpoint(fields(null, null, filters("x".repeat(free))))).isNotNull();
    EndpointFields more = fields(null, null, filters("x".repeat(free + 1)));
    Invalid refused = catchThrowableOfType(Invalid.class, () -> endpoint(more));
    assertThat(refused.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/filters");
              assertThat(fault.code()).isEqualTo("size");
            });
    List<EndpointFilter> many = Collections.nCopies(20, priority("\u00fc".repeat(400)));
    assertThat(
            catchThrowableOfType(Invalid.class, () -> endpoint(fields(null, null, many))).faults())
        .extracting("code")
        .containsExactly("size");
  }

  /** Most of what is allowed, and one that may vary. */
  private static List<EndpointFilter> filters(String last) {
    JsonArrayBuilder texts = Json.createArrayBuilder();
    Collections.nCopies(15, "x".repeat(500)).forEach(texts::add);
    return List.of(new EndpointFilter("data.name", Operation.IN, texts.build()), priority(last));
  }
}
