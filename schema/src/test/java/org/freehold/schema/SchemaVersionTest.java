package org.freehold.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaVersionTest {

  @Test
  void spellsVersionsAsTheHistoryTableDoes() {
    assertThat(SchemaVersion.of(List.of("V20261121_0900__platform.sql")).newest())
        .isEqualTo("20261121.0900");
  }

  @Test
  void ordersByNumberAndNotByLetter() {
    SchemaVersion version =
        SchemaVersion.of(List.of("V20261121_1000__b.sql", "V20261121_900__a.sql", "V3__c.sql"));
    assertThat(version.known()).containsExactly("3", "20261121.900", "20261121.1000");
    assertThat(version.newest()).isEqualTo("20261121.1000");
  }

  @Test
  void doesNotKnowAVersionOfALaterBuild() {
    SchemaVersion version = SchemaVersion.of(List.of("V20261121_0900__platform.sql"));
    assertThat(version.knows("20261121.0900")).isTrue();
    assertThat(version.knows("20991231.0000")).isFalse();
  }

  @Test
  void refusesABuildWithoutMigrations() {
    assertThatThrownBy(() -> SchemaVersion.of(List.of())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void knowsEveryMigrationInTheSourceFolders() throws Exception {
    Path resources = Path.of("src/main/resources", SchemaVersion.LOCATION);
    assertThat(SchemaVersion.control().known())
        .hasSameSizeAs(SchemaIndex.migrationsIn(resources.resolve(SchemaVersion.CONTROL)));
    assertThat(SchemaVersion.tenant().known())
        .hasSameSizeAs(SchemaIndex.migrationsIn(resources.resolve(SchemaVersion.TENANT)));
  }

  @Test
  void listsOnlyVersionedMigrations(@TempDir Path folder) throws Exception {
    for (String name : List.of("V2__b.sql", "V1__a.sql", "index", "R__views.sql", "notes.md")) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(SchemaIndex.migrationsIn(folder)).containsExactly("V1__a.sql", "V2__b.sql");
  }
}
