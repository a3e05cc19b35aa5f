package org.freehold.systemtests;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** What tests begin with: tenants of their own on an installation. */
public final class Fixtures {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Fixtures SHARED =
      new Fixtures(
          Installation.url(),
          Installation.administratorEmail(),
          Installation.administratorPassword());

  private final Api nobody;
  private final Api operator;

  Fixtures(URI url, String administratorEmail, String administratorPassword) {
    nobody = Api.at(url);
    operator = nobody.in("platform").signedIn(administratorEmail, administratorPassword);
  }

  /** Of the installation that most tests share. */
  static Fixtures shared() {
    return SHARED;
  }

  /** Somebody who has not signed in. */
  public static Api nobody() {
    return SHARED.nobody;
  }

  /** The operator of the platform. */
  public static Api operator() {
    return SHARED.operator;
  }

  /** The operator of this installation. */
  Api platform() {
    return operator;
  }

  /** A new active tenant, without limits of its plan. */
  public static TestTenant tenant() {
    return SHARED.newTenant();
  }

  /** A new active tenant; the members are for its creation. Without a tier it has no limits. */
  public static TestTenant tenant(Object... members) {
    return SHARED.newTenant(members);
  }

  TestTenant newTenant(Object... members) {
    String email = unique("owner") + "@owners.example";
    Answer created = create(operator, email, members);
    operator.post("/api/tenants/" + created.string("slug") + "/activate").is(200);
    return new TestTenant(nobody, created, email);
  }

  /** A tenant in the state in which it is created, without a look into it. */
  static Answer created(Object... members) {
    return create(SHARED.operator, unique("owner") + "@owners.example", members);
  }

  private static Answer create(Api operator, String ownerEmail, Object... members) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "name",
                "A tenant",
                "slug",
                unique("tenant"),
                "owner_email",
                ownerEmail,
                "owner_password",
                TestTenant.PASSWORD));
    all.addAll(List.of(members));
    if (!all.contains("tier")) {
      all.addAll(List.of("tier", "enterprise"));
    }
    return operator.post("/api/tenants", Body.of(all.toArray())).is(201);
  }

  static String project(Api api, Object... members) {
    List<Object> all = new ArrayList<>(List.of("name", unique("Project")));
    all.addAll(List.of(members));
    return api.post("/api/projects", Body.of(all.toArray())).is(201).id();
  }

  /** A name that no other test has, fit for a slug when the beginning is. */
  public static String unique(String beginning) {
    return beginning
        + "-"
        + COUNT.incrementAndGet()
        + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36), 36);
  }
}
