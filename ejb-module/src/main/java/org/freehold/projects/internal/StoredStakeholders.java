package org.freehold.projects.internal;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.UserId;
import org.freehold.platform.json.JsonText;
import org.freehold.projects.Stakeholder;

/** Stakeholders as the jsonb column keeps them. */
final class StoredStakeholders {
  private StoredStakeholders() {}

  static String write(List<Stakeholder> stakeholders) {
    return JsonText.of(stakeholders);
  }

  static List<Stakeholder> read(String column) {
    return JsonText.storedArray(column).getValuesAs(JsonObject.class).stream()
        .map(StoredStakeholders::stakeholder)
        .toList();
  }

  private static Stakeholder stakeholder(JsonObject json) {
    return new Stakeholder(
        new UserId(UUID.fromString(json.getString("user_id"))), json.getString("role"));
  }
}
