package org.freehold.ear;

/** A tenant of its own for one test, with its owner. */
record Company(String slug, Client owner) {
  private static final String PASSWORD = "a long enough password 1";

  /** An active tenant, made by the operator. */
  static Company create(Client operator, String slug) {
    operator
        .post(
            "/api/tenants",
            """
            {"name":"%1$s","slug":"%1$s","tier":"professional",
             "owner_email":"owner@%1$s.example","owner_password":"%2$s"}"""
                .formatted(slug, PASSWORD))
        .expect(201);
    operator.post("/api/tenants/" + slug + "/activate", "{}").expect(200);
    return new Company(slug, operator.anonymous().in(slug).signIn(email("owner", slug), PASSWORD));
  }

  /** Another user of the company, signed in. */
  Client user(String role) {
    owner
        .post(
            "/api/users",
            """
            {"email":"%s","name":"Somebody","role":"%s","password":"%s"}"""
                .formatted(email(role, slug), role, PASSWORD))
        .expect(201);
    return owner.anonymous().in(slug).signIn(email(role, slug), PASSWORD);
  }

  String project(String name) {
    String body = "{\"name\":\"%s\",\"visibility\":\"public\"}".formatted(name);
    return owner.post("/api/projects", body).expect(201).id();
  }

  private static String email(String name, String slug) {
    return name + "@" + slug + ".example";
  }
}
