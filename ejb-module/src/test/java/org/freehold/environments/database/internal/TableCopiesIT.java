package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.freehold.environments.MigrationFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableCopiesIT {
  private final UUID deployment = UUID.randomUUID();
  private Site site;

  @BeforeEach
  void makeOrders() throws SQLException {
    site = Orders.environment();
  }

  @Test
  void aBackupIsReadBackAndACopyThatWasChangedIsFound() throws Exception {
    TableCopies copies = new TableCopies(site, Databases.read(site).catalog());
    var backup = copies.backUp(deployment, List.of("orders", "customers"), Long.MAX_VALUE);
    assertThat(backup.verified()).isTrue();
    assertThat(backup.rows()).isEqualTo(4500);
    assertThat(backup.lsn()).contains("/");
    assertThat(backup.sha256()).hasSize(64);
    try (Connection keeper = Sessions.keeper(site)) {
      Jdbc.run(
          keeper,
          "update %s set amount = amount + 1 where id = 77"
              .formatted(BackupTables.name(backup.id(), 1)));
    }
    MigrationFailed failure =
        catchThrowableOfType(MigrationFailed.class, () -> copies.verify(backup));
    assertThat(failure.code()).isEqualTo(MigrationFailed.BACKUP_DIFFERS);
    failure =
        catchThrowableOfType(
            MigrationFailed.class, () -> copies.backUp(deployment, List.of("orders"), 10));
    assertThat(failure.code()).isEqualTo(MigrationFailed.BACKUP_TOO_LARGE);
  }
}
