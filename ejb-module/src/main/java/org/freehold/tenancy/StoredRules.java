package org.freehold.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.freehold.platform.RuleMode;
import org.freehold.platform.TenantRules;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;

/** Whom a tenant lets in, as the database keeps it. */
public final class StoredRules {
  /** By their text, so that a tenant whose rules change needs nobody to forget the old ones. */
  private static final Cache<String, TenantRules> COMPILED =
      Caffeine.newBuilder().maximumSize(1000).build();

  private StoredRules() {}

  /** Ready to be asked; {@code json} is null for a tenant that has none. */
  public static TenantRules read(String json) {
    return json == null ? TenantRules.NONE : COMPILED.get(json, text -> fields(text).compiled());
  }

  /** As they were saved. */
  public static AccessRulesFields fields(String json) {
    if (json == null) {
      return AccessRulesFields.NONE;
    }
    JsonObject rules = JsonText.parseObject(json);
    JsonObject addresses = rules.getJsonObject("ip_allow_list");
    JsonObject domains = rules.getJsonObject("email_domains");
    return new AccessRulesFields(
        new IpAllowList(mode(addresses), texts(addresses, "networks")),
        new EmailDomains(mode(domains), texts(domains, "domains")));
  }

  private static RuleMode mode(JsonObject rule) {
    return WireNames.constant(RuleMode.class, rule.getString("mode")).orElseThrow();
  }

  private static List<String> texts(JsonObject rule, String name) {
    return rule.getJsonArray(name).getValuesAs(JsonString::getString);
  }
}
