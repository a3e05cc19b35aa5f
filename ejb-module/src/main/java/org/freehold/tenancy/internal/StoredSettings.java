package org.freehold.tenancy.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.json.JsonText;
import org.freehold.tenancy.StoredQuotas;
import org.freehold.tenancy.TenantSettings;

/**
 * Settings as the jsonb column keeps them; a member that an older version did not know is simply
 * absent.
 */
final class StoredSettings {
  private StoredSettings() {}

  static String write(TenantSettings settings) {
    return JsonText.of(settings);
  }

  static TenantSettings read(String column) {
    JsonObject json = JsonText.parseObject(column);
    Map<String, String> branding = new LinkedHashMap<>();
    if (json.containsKey("branding")) {
      json.getJsonObject("branding")
          .forEach((name, value) -> branding.put(name, ((JsonString) value).getString()));
    }
    return new TenantSettings(
        json.getBoolean("sso_required", false),
        json.getBoolean("mfa_required", false),
        branding,
        json.containsKey("quotas") ? StoredQuotas.read(json.getJsonObject("quotas")) : Map.of(),
        json.containsKey("entitlements")
            ? new TreeMap<>(json.getJsonObject("entitlements"))
            : Map.of());
  }
}
