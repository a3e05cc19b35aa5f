package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdempotencyIT {
  private static TestTenant tenant;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void aRepetitionIsAnsweredAlikeAndChangesNothing() {
    String name = Fixtures.unique("Once");
    Api keyed = tenant.api().with("Idempotency-Key", name);
    Answer first = keyed.post("/api/projects", Body.of("name", name)).is(201);
    tenant
        .api()
        .patch("/api/projects/" + first.id(), Body.of("description", "Changed since"))
        .is(200);
    Answer again = keyed.post("/api/projects", Body.of("name", name)).is(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.place()).isEqualTo(first.place());
    assertThat(again.etag()).isEqualTo(first.etag());
    assertThat(tenant.api().get("/api/projects?q=" + name).items()).hasSize(1);
    assertThat(
            tenant
                .api()
                .get("/api/projects/" + first.id() + "/audit-logs?action=project.created")
                .items())
        .hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherBodyOrPathIsAConflict() {
    Api keyed = tenant.api().with("Idempotency-Key", Fixtures.unique("key"));
    keyed.post("/api/projects", Body.of("name", "One")).is(201);
    keyed.post("/api/projects", Body.of("name", "Two")).isProblem(409, "idempotency_key_reused");
    keyed.post("/api/teams", Body.of("name", "One")).isProblem(409, "idempotency_key_reused");
  }

  @Test
  void aRequestThatFailedLeavesItsKeyFree() {
    Api keyed = tenant.api().with("Idempotency-Key", Fixtures.unique("key"));
    keyed.post("/api/projects", Body.of("name", "")).is(400);
    keyed.post("/api/projects", Body.of("name", "Right")).is(201);
  }

  @Test
  void keysOfDifferentPeopleAreDifferentKeys() {
    String key = Fixtures.unique("key");
    String one =
        tenant
            .api()
            .with("Idempotency-Key", key)
            .post("/api/projects", Body.of("name", "Same"))
            .is(201)
            .id();
    String two =
        tenant
            .as("developer")
            .with("Idempotency-Key", key)
            .post("/api/projects", Body.of("name", "Same"))
            .is(201)
            .id();
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void ofConcurrentRepetitionsOneHappens() {
    String name = Fixtures.unique("Race");
    Api keyed = tenant.api().with("Idempotency-Key", name);
    List<CompletableFuture<Answer>> all =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> keyed.post("/api/projects", Body.of("name", name))))
            .toList();
    List<String> ids =
        all.stream()
            .map(CompletableFuture::join)
            .map(answer -> answer.is(201).id())
            .distinct()
            .toList();
    assertThat(ids).hasSize(1);
    assertThat(tenant.api().get("/api/projects?q=" + name).each("id")).isEqualTo(ids);
  }

  @Test
  void aKeyIsPrintableAndNotTooLong() {
    tenant
        .api()
        .with("Idempotency-Key", "k".repeat(256))
        .post("/api/projects", Body.of("name", "K"))
        .isProblem(400, "invalid");
    tenant
        .api()
        .with("Idempotency-Key", "k".repeat(255))
        .post("/api/projects", Body.of("name", "K"))
        .is(201);
  }
}
