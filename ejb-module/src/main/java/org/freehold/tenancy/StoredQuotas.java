package org.freehold.tenancy;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.json.JsonText;

/** The quotas in a tenant's settings, as the database keeps them. */
public final class StoredQuotas {
  private StoredQuotas() {}

  /** By meter; {@code json} is the member {@code quotas} of the settings, null when absent. */
  public static Map<String, Long> read(String json) {
    return json == null ? Map.of() : read(JsonText.parseObject(json));
  }

  public static Map<String, Long> read(JsonObject json) {
    Map<String, Long> quotas = new TreeMap<>();
    json.forEach((meter, limit) -> quotas.put(meter, ((JsonNumber) limit).longValueExact()));
    return quotas;
  }
}
