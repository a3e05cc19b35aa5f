package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.Seeds.count;
import static org.freehold.systemtests.Seeds.member;
import static org.freehold.systemtests.Seeds.seeded;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documents of demo projects are files like any other. */
class DemoFilesIT {
  private final Api operator = Fixtures.operator();

  @Test
  void everyDocumentOfADemoProjectIsThereAndCounts() throws SQLException, NoSuchAlgorithmException {
    String slug = Fixtures.unique("papers");
    seeded(operator, slug, 2, 1);
    Api admin = member(slug, "admin");
    List<JsonObject> files = admin.get("/api/files").is(200).items();
    assertThat(files).hasSize(6);
    long bytes = 0;
    for (JsonObject file : files) {
      Download content = Download.of(admin, file.getString("id")).is(200);
      assertThat(sha256(content.bytes())).isEqualTo(file.getString("sha256"));
      assertThat(new String(content.bytes(), StandardCharsets.UTF_8))
          .contains(file.getString("name").endsWith(".csv") ? "planned" : "# ");
      assertThat(file.getString("uploaded_by")).isNotBlank();
      bytes += file.getInt("size_bytes");
    }
    assertThat(files)
        .extracting(file -> file.getString("content_type"))
        .containsOnly("text/csv", "text/markdown");
    JsonObject figures = admin.get("/api/overview").is(200).json().getJsonObject("files");
    assertThat(figures.getInt("count")).isEqualTo(6);
    assertThat(figures.getInt("size_bytes")).isEqualTo((int) bytes);
    String tenant = operator.get("/api/tenants/" + slug).id();
    try (Connection connection = Database.asAdministrator()) {
      assertThat(
              Database.texts(
                  connection,
                  "select files || ' ' || size_bytes from tenant.file_usage where tenant_id = '"
                      + tenant
                      + "'"))
          .containsExactly("6 " + bytes);
    }
  }

  @Test
  void aDocumentThatPeopleDeletedStaysAway() {
    String slug = Fixtures.unique("shredder");
    seeded(operator, slug, 1, 1);
    Api admin = member(slug, "admin");
    String deleted = admin.get("/api/files").is(200).items().get(0).getString("id");
    admin.delete("/api/files/" + deleted).is(204);
    JsonObject again = seeded(operator, slug, 2, 1);
    assertThat(count(again, "files")).isEqualTo(3);
    assertThat(admin.get("/api/files").is(200).items()).hasSize(5);
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
