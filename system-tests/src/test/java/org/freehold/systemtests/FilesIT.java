package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FilesIT {
  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 1, 2, 3
  };
  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
    api = tenant.api();
  }

  @Test
  void whatWasUploadedIsWhatIsDownloaded() throws Exception {
    String project = tenant.project();
    Answer file =
        Upload.of("Übersicht 100%.png", PNG)
            .with("project_id", project)
            .with("description", "Für alle")
            .to(tenant.as("member"))
            .is(201);
    assertThat(file.place()).isEqualTo("/api/files/" + file.id());
    assertThat(file.string("name")).isEqualTo("Übersicht 100%.png");
    assertThat(file.string("description")).isEqualTo("Für alle");
    assertThat(file.string("content_type")).isEqualTo("image/png");
    assertThat(file.number("size_bytes")).isEqualByComparingTo(Integer.toString(PNG.length));
    assertThat(file.string("project_id")).isEqualTo(project);
    assertThat(file.string("uploaded_by")).isEqualTo(tenant.user("member").id());
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PNG));
    assertThat(file.string("sha256")).isEqualTo(sha256);
    Api viewer = tenant.as("viewer");
    assertThat(viewer.get(file.place()).is(200).json()).isEqualTo(file.json());
    Download content = Download.of(viewer, file.id()).is(200);
    content.holds(PNG, 0, PNG.length);
    assertThat(content.header("Content-Type")).isEqualTo("image/png");
    assertThat(content.header("ETag")).isEqualTo("\"" + sha256 + "\"");
    assertThat(content.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"_bersicht 100_.png\"; filename*=UTF-8''%C3%9Cbersicht%20100%25.png");
    assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(content.header("Content-Security-Policy")).contains("sandbox");
    assertThat(content.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(api.get("/api/projects/" + project + "/files").each("id"))
        .containsExactly(file.id());
  }

  @Test
  void listsAreNarrowedAndSorted() {
    TestTenant other = Fixtures.tenant("tier", "free");
    String project = other.project();
    String task = other.task(project);
    String picture = Upload.of("b.png", PNG).with("task_id", task).to(other.api()).is(201).id();
    String text = Upload.of("a.txt", "Some text").to(other.api()).is(201).id();
    assertThat(ids(other, "")).containsExactly(text, picture);
    assertThat(ids(other, "?sort=name")).containsExactly(text, picture);
    assertThat(ids(other, "?sort=-size_bytes")).containsExactly(picture, text);
    assertThat(ids(other, "?project_id=" + project)).containsExactly(picture);
    assertThat(ids(other, "?task_id=" + task)).containsExactly(picture);
    assertThat(ids(other, "?content_type=text/plain")).containsExactly(text);
    assertThat(ids(other, "?content_type=image/*")).containsExactly(picture);
    assertThat(ids(other, "?q=.TXT")).containsExactly(text);
    assertThat(ids(other, "?uploaded_by=" + other.owner().id())).hasSize(2);
    assertThat(other.api().get("/api/files?limit=1").is(200).string("next")).isNotNull();
    assertThat(other.api().get("/api/overview").is(200).json().getJsonObject("files"))
        .isEqualTo(Body.json("{\"count\":2,\"size_bytes\":28,\"quota_bytes\":1073741824}"));
  }

  private static List<String> ids(TestTenant tenant, String query) {
    return tenant.api().get("/api/files" + query).is(200).each("id");
  }

  @Test
  void thePartsMayHaveAnyOrderAndATaskNamesItsProject() {
    String project = tenant.project();
    String task = tenant.task(project);
    Answer late =
        Upload.of("late.txt", "x").withAfter("task_id", task).to(tenant.as("developer")).is(201);
    assertThat(late.string("project_id")).isEqualTo(project);
    assertThat(late.string("task_id")).isEqualTo(task);
    Upload.of("x.txt", "x")
        .with("task_id", task)
        .with("project_id", tenant.project())
        .to(api)
        .isProblem(400, "invalid");
  }

  @Test
  void aUserWithoutThePermissionReadsAndDoesNotWrite() throws IOException {
    String id = Upload.text(api);
    Api viewer = tenant.as("viewer");
    Upload.of("x.txt", "x").to(viewer).isProblem(403, "permission_required");
    viewer.delete("/api/files/" + id).isProblem(403, "permission_required");
    Download.of(viewer, id).is(200);
    tenant.as("analyst").get("/api/files").isProblem(403, "permission_required");
    Download.of(tenant.as("analyst"), id).is(404);
    assertThat(stored(tenant)).isEqualTo(rows(tenant));
  }

  @Test
  void theFilesOfAPrivateProjectAreNobodyElses() {
    TestUser owner = tenant.newUser("developer");
    String hidden = Fixtures.project(owner.api(), "visibility", "private");
    String task =
        owner.api().post("/api/tasks", Body.of("project_id", hidden, "title", "T")).is(201).id();
    String file = Upload.text(owner.api(), "project_id", hidden);
    Api other = tenant.as("developer");
    other.get("/api/files/" + file).isProblem(404, "not_found");
    Download.of(other, file).is(404);
    other.delete("/api/files/" + file).isProblem(404, "not_found");
    other.get("/api/projects/" + hidden + "/files").isProblem(404, "not_found");
    assertThat(other.get("/api/files?limit=200").each("id")).doesNotContain(file);
    assertThat(other.get("/api/files?project_id=" + hidden).is(200).items()).isEmpty();
    for (String part : new String[] {"project_id " + hidden, "task_id " + task}) {
      String[] named = part.split(" ");
      Upload.of("x.txt", "x").with(named[0], named[1]).to(other).isProblem(404, "not_found");
      Upload.of("x.txt", "x").withAfter(named[0], named[1]).to(other).isProblem(404, "not_found");
    }
    Download.of(owner.api(), file).is(200);
    Download.of(tenant.as("manager"), file).is(200);
  }

  @Test
  void aRoleInAWorkspaceCountsForTheFilesThere() {
    String workspace = tenant.workspace();
    TestUser member = tenant.newUser("viewer");
    tenant.join(workspace, member, "developer");
    String inside = tenant.project("workspace_id", workspace);
    String file = Upload.text(member.api(), "project_id", inside);
    Download.of(member.api(), file).is(200);
    Download.of(tenant.as("developer"), file).is(404);
    Upload.of("x.txt", "x").to(member.api()).isProblem(403, "permission_required");
  }

  @Test
  void aSuspendedTenantReadsAndDoesNotWrite() {
    TestTenant other = Fixtures.tenant();
    String file = Upload.text(other.api());
    Fixtures.operator().post(other.path() + "/suspend").is(200);
    Upload.of("x.txt", "x").to(other.api()).isProblem(403, "tenant_suspended");
    other.api().delete("/api/files/" + file).isProblem(403, "tenant_suspended");
    Download.of(other.api(), file).is(200);
  }

  @Test
  void aDeletedFileIsGoneAndItsBytesFollow() {
    TestTenant other = Fixtures.tenant();
    String file = Upload.text(other.api());
    assertThat(stored(other)).isEqualTo(1);
    other.api().delete("/api/files/" + file).is(204);
    other.api().get("/api/files/" + file).isProblem(404, "not_found");
    Download.of(other.api(), file).is(404);
    assertThat(Await.until(Duration.ofSeconds(20), () -> stored(other), left -> left == 0))
        .isZero();
    List<String> actions =
        other.api().get("/api/audit-logs?resource_type=file&success=true").is(200).each("action");
    assertThat(actions).containsExactly("file.deleted", "file.uploaded");
    assertThat(other.api().get("/api/audit-logs?resource_type=file&success=true").items())
        .allMatch(event -> event.getBoolean("compliance_relevant"));
  }

  @Test
  void whatIsExecutableIsRefusedWhateverItsNameSays() throws IOException {
    TestTenant other = Fixtures.tenant();
    byte[] windows = new byte[512];
    "MZ".chars().forEach(c -> windows[c == 'M' ? 0 : 1] = (byte) c);
    windows[0x3C] = 0x40;
    windows[0x40] = 'P';
    windows[0x41] = 'E';
    byte[] linux = new byte[64];
    System.arraycopy(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}, 0, linux, 0, 7);
    for (byte[] program : new byte[][] {windows, linux, bytes("#!/bin/sh\nrm -rf /\n")}) {
      Upload.of("holiday.png", program).to(other.api()).isProblem(415, "file_type_not_allowed");
    }
    assertThat(stored(other)).isZero();
    assertThat(Upload.of("a.csv", "a,b\n1,2\n").to(other.api()).string("content_type"))
        .isEqualTo("text/csv");
    assertThat(Upload.of("a.pdf", new byte[] {1, 2, 3}).to(other.api()).string("content_type"))
        .isEqualTo("application/octet-stream");
    assertThat(Upload.of("empty.txt", "").to(other.api()).is(201).number("size_bytes")).isZero();
  }

  @Test
  void namesThatAreNoNamesAreRefused() {
    for (String name :
        new String[] {"", " ", "..", "a/b", "a\\\\b", "x".repeat(256), "gpj.\u202Eexe"}) {
      assertThat(Upload.of(name, "x").to(api).isProblem(400, "invalid").faults())
          .as(name)
          .containsExactly("file name");
    }
    Upload.of("x.txt", "x").with("colour", "red").to(api).isProblem(400, "invalid");
    Upload.of("x.txt", "x").with("project_id", "1").to(api).isProblem(400, "invalid");
    Upload.of("x.txt", "x")
        .with("description", "x".repeat(10_001))
        .to(api)
        .isProblem(400, "invalid");
    Upload.typed(api).post("/api/files", "no form").isProblem(400, "invalid");
    api.post("/api/files", "{}").isProblem(415, "unsupported_media_type");
  }

  @Test
  void theSameKeyMakesOneFile() {
    TestTenant other = Fixtures.tenant();
    Api keyed = other.api().with("Idempotency-Key", Fixtures.unique("key"));
    Answer first = Upload.of("a.txt", "one").to(keyed).is(201);
    assertThat(Upload.of("a.txt", "one").to(keyed).is(201).json()).isEqualTo(first.json());
    Upload.of("a.txt", "two").to(keyed).isProblem(409, "idempotency_key_reused");
    assertThat(ids(other, "")).containsExactly(first.id());
    assertThat(stored(other)).isEqualTo(1);
  }

  @Test
  void theQuotaHoldsAgainstUploadsAtTheSameMoment() {
    TestTenant small =
        Fixtures.tenant("settings", Body.json("{\"quotas\":{\"storage_bytes\":10000}}"));
    Api owner = small.api();
    List<Answer> answers =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> Upload.of("f" + i, new byte[1500]).to(owner)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    List<Answer> refused = answers.stream().filter(answer -> answer.status() != 201).toList();
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(6);
    for (Answer answer : refused) {
      answer.isProblem(402, "quota_exceeded");
      assertThat(answer.header("WWW-Authenticate")).isNull();
      assertThat(answer.number("limit")).isEqualByComparingTo("10000");
      assertThat(answer.number("used")).isLessThanOrEqualTo(answer.number("limit"));
    }
    assertThat(stored(small)).isEqualTo(6);
    owner.delete("/api/files/" + ids(small, "").get(0)).is(204);
    Upload.of("again", new byte[1500]).to(owner).is(201);
    Upload.of("too much", new byte[1500]).to(owner).isProblem(402, "quota_exceeded");
  }

  @Test
  void aFileIsKeptForTheServerOnly() throws IOException {
    TestTenant other = Fixtures.tenant();
    Upload.text(other.api());
    try (Stream<Path> all = Files.walk(Installation.files().resolve(other.id()))) {
      for (Path path : all.toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertThat(mode).endsWith("------");
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long rows(TestTenant tenant) {
    return tenant.api().get("/api/files?limit=200").is(200).items().size();
  }

  /** How many files of the tenant the storage has. */
  static long stored(TestTenant tenant) {
    Path folder = Installation.files().resolve(tenant.id());
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
