package org.freehold.webhooks.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.delivery.EventPattern;
import org.freehold.engine.delivery.PayloadFilter;
import org.freehold.engine.delivery.explain.DeliveryStory;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.JsonList;
import org.freehold.webhooks.EndpointFields;
import org.freehold.webhooks.EndpointFilter;

/** What an endpoint wants to hear of. */
@Embeddable
public class EndpointInterests {
  /** Of all filters together as JSON, in bytes: they are held against every message. */
  static final int LARGEST_FILTERS = 8192;

  @Convert(converter = JsonList.class)
  private List<String> events;

  @Convert(converter = JsonColumn.class)
  private String filters;

  @Column(name = "workspace_id")
  private UUID workspaceId;

  protected EndpointInterests() {}

  EndpointInterests(EndpointFields fields) {
    events = fields.events();
    filters = JsonText.of(fields.filters());
    workspaceId = fields.workspaceId() == null ? null : fields.workspaceId().value();
  }

  /** {@link Invalid} with every pattern and filter that is none. */
  static void require(EndpointFields fields) {
    List<Fault> faults = patternFaults(fields);
    faults.addAll(filterFaults(fields));
    refuse(faults);
  }

  /** What was taken once may be more than is taken now: as it is, it stays. */
  void requireChange(EndpointFields fields) {
    List<Fault> faults = new ArrayList<>();
    if (!fields.events().equals(events)) {
      faults.addAll(patternFaults(fields));
    }
    if (!JsonText.of(fields.filters()).equals(JsonText.of(filters()))) {
      faults.addAll(filterFaults(fields));
    }
    refuse(faults);
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static List<Fault> patternFaults(EndpointFields fields) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < fields.events().size(); i++) {
      if (!EventPattern.isPattern(fields.events().get(i))) {
        faults.add(
            new Fault(
                "/events/" + i, "pattern", "Take an event type, a kind like project.*, or *."));
      }
    }
    return faults;
  }

  private static List<Fault> filterFaults(EndpointFields fields) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < fields.filters().size(); i++) {
      EndpointFilter filter = fields.filters().get(i);
      try {
        payloadFilter(filter);
      } catch (IllegalArgumentException e) {
        String at = PayloadFilter.isPath(filter.path()) ? "/value" : "/path";
        faults.add(new Fault("/filters/" + i + at, "filter", e.getMessage()));
      }
    }
    if (JsonText.of(fields.filters()).getBytes(StandardCharsets.UTF_8).length > LARGEST_FILTERS) {
      faults.add(
          new Fault(
              "/filters",
              "size",
              "Filters together may have " + LARGEST_FILTERS + " bytes as JSON."));
    }
    return faults;
  }

  private static PayloadFilter payloadFilter(EndpointFilter filter) {
    return new PayloadFilter(filter.path(), filter.op(), EventContent.plain(filter.value()));
  }

  /** As they are now, read once for many messages. */
  Wanted wanted() {
    return new Wanted(
        events.stream().map(EventPattern::new).toList(),
        workspaceId == null ? null : workspaceId.toString(),
        filters().stream().map(EndpointInterests::payloadFilter).toList());
  }

  /** Each filter in words, and whether it holds. */
  List<DeliveryStory.Filter> filtersHeldAgainst(EventContent content) {
    return filters().stream()
        .map(
            one ->
                new DeliveryStory.Filter(
                    one.path() + " " + WireNames.of(one.op()) + " " + JsonText.of(one.value()),
                    payloadFilter(one).matches(content.fields())))
        .toList();
  }

  List<String> events() {
    return events;
  }

  List<EndpointFilter> filters() {
    return JsonText.storedArray(filters).getValuesAs(JsonObject.class).stream()
        .map(EndpointInterests::filter)
        .toList();
  }

  private static EndpointFilter filter(JsonObject stored) {
    JsonValue value = stored.get("value");
    return new EndpointFilter(
        stored.getString("path"),
        WireNames.constant(PayloadFilter.Operation.class, stored.getString("op")).orElseThrow(),
        value == JsonValue.NULL ? null : value);
  }

  WorkspaceId workspaceId() {
    return workspaceId == null ? null : new WorkspaceId(workspaceId);
  }
}
