package org.freehold.benchmarks.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.benchmarks.load.Api;

/**
 * Tenants with fifty endpoints each, which is the most: each endpoint has a type of its own, and
 * one that it shares with nine others.
 */
final class HookTenants {
  static final int OF_TENANT = 50;

  /** Endpoints that want the same type of their tenant. */
  static final int TOGETHER = 10;

  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
  private static final String ENDPOINT =
      "{\"url\":\"http://127.0.0.1:%d/hook/%d\",\"events\":[\"bench.e%d\",\"bench.g%d\"]}";
  private static final String TYPE = "{\"type\":\"bench.g%d\",\"description\":\"A group.\"}";

  /** One of them; its endpoints have the numbers from {@code first} on. */
  record Tenant(UUID id, String slug, int first, List<UUID> endpoints) {}

  private HookTenants() {}

  static List<Tenant> make(Api api, String ownerEmail, int port, int endpoints) {
    List<Tenant> tenants = new ArrayList<>();
    for (int first = 0; first < endpoints; first += OF_TENANT) {
      tenants.add(tenant(api, ownerEmail, port, first));
    }
    return tenants;
  }

  private static Tenant tenant(Api api, String ownerEmail, int port, int first) {
    int number = first / OF_TENANT;
    String slug = "hooks-" + number;
    String made = api.newTenant(slug, "Hooks " + number, ownerEmail);
    for (int group = 0; group < OF_TENANT / TOGETHER; group++) {
      api.call(201, "POST", "/api/webhooks/event-types", slug, TYPE.formatted(group));
    }
    List<UUID> endpoints = new ArrayList<>();
    for (int i = 0; i < OF_TENANT; i++) {
      int endpoint = first + i;
      String wish = ENDPOINT.formatted(port, endpoint, endpoint, i / TOGETHER);
      endpoints.add(id(api.call(201, "POST", "/api/webhooks/endpoints", slug, wish)));
    }
    return new Tenant(id(made), slug, first, endpoints);
  }

  private static UUID id(String answer) {
    Matcher matcher = ID.matcher(answer);
    if (!matcher.find()) {
      throw new IllegalStateException("No id in " + answer);
    }
    return UUID.fromString(matcher.group(1));
  }
}
