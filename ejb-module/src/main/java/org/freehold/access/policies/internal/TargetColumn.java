package org.freehold.access.policies.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.freehold.access.policies.PolicyTarget;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.json.JsonText;

/** A target in a jsonb column. */
@Converter
public class TargetColumn implements AttributeConverter<PolicyTarget, Object> {
  @Override
  public Object convertToDatabaseColumn(PolicyTarget target) {
    return target == null ? null : JsonText.of(target);
  }

  @Override
  public PolicyTarget convertToEntityAttribute(Object column) {
    if (column == null) {
      return null;
    }
    JsonObject json = JsonText.parseObject(column.toString());
    return new PolicyTarget(
        list(json, "permissions", text -> text),
        list(json, "resource_types", text -> text),
        list(json, "roles", text -> text),
        list(json, "users", id -> new UserId(UUID.fromString(id))),
        list(json, "teams", id -> new TeamId(UUID.fromString(id))),
        list(json, "api_keys", UUID::fromString));
  }

  private static <T> List<T> list(JsonObject json, String name, Function<String, T> item) {
    return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .map(item)
        .toList();
  }
}
