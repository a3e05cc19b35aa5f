package org.freehold.environments.database.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.engine.migration.Budget;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Constraint;
import org.freehold.engine.migration.EnumType;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Table;
import org.freehold.environments.Backup;
import org.freehold.environments.Backup.TableBackup;
import org.freehold.environments.MigrationFailed;

/**
 * Backs tables up and reads the backup back. All are copied in one snapshot; the copy is then
 * restored into a scratch schema, and counts and hashes of original, copy and restored copy must be
 * the same.
 */
public final class TableCopies {
  private final Site site;
  private final Catalog catalog;
  private final List<String> ownTypes;

  public TableCopies(Site site, Catalog catalog) {
    this.site = site;
    this.catalog = catalog;
    this.ownTypes = catalog.enums().stream().map(EnumType::name).toList();
  }

  /** Takes the backup and verifies it; an older one of the same deployment makes room. */
  public Backup backUp(UUID deployment, List<String> names, long mostBytes) throws MigrationFailed {
    try (Connection keeper = Sessions.keeper(site)) {
      Provisioning.ensure(keeper, site);
      Sessions.expect(keeper, Budget.PATIENT.statementMillis());
      Backup taken = take(keeper, deployment, tables(names), mostBytes);
      verify(taken);
      return new Backup(
          taken.id(),
          taken.rows(),
          taken.bytes(),
          taken.sha256(),
          taken.lsn(),
          true,
          taken.tables());
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  static String idOf(UUID deployment) {
    return "b" + deployment.toString().replace("-", "");
  }

  private List<Table> tables(List<String> names) {
    return names.stream()
        .distinct()
        .sorted()
        .map(name -> catalog.table(name).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Not verified yet. */
  Backup take(Connection keeper, UUID deployment, List<Table> tables, long mostBytes)
      throws SQLException, MigrationFailed {
    String id = idOf(deployment);
    keeper.setAutoCommit(false);
    try {
      Jdbc.run(keeper, "set transaction isolation level repeatable read");
      Jdbc.run(keeper, "set local lock_timeout = '10s'");
      requireRoom(keeper, tables, mostBytes);
      BackupTables.drop(keeper, id);
      List<TableBackup> copied = new ArrayList<>();
      for (int number = 0; number < tables.size(); number++) {
        copied.add(copy(keeper, id, number, tables.get(number)));
      }
      String lsn = Jdbc.text(keeper, "select pg_current_wal_lsn()::text");
      Jdbc.update(
          keeper,
          "insert into freehold_backups.backup (id, environment, deployment, lsn, tables)"
              + " values (?, ?, ?::uuid, ?, ?::text[])",
          id,
          site.name(),
          deployment,
          lsn,
          tables.stream().map(Table::name).toList());
      keeper.commit();
      return backup(id, lsn, copied);
    } finally {
      keeper.rollback();
      keeper.setAutoCommit(true);
    }
  }

  private static Backup backup(String id, String lsn, List<TableBackup> copied) {
    long rows = copied.stream().mapToLong(TableBackup::rows).sum();
    long bytes = copied.stream().mapToLong(TableBackup::bytes).sum();
    String all =
        copied.stream()
            .map(one -> one.table() + "\n" + one.rows() + "\n" + one.hash() + "\n")
            .collect(Collectors.joining());
    return new Backup(id, rows, bytes, sha256(all), lsn, false, copied);
  }

  private void requireRoom(Connection keeper, List<Table> tables, long mostBytes)
      throws SQLException, MigrationFailed {
    long bytes = 0;
    for (Table table : tables) {
      bytes += Jdbc.number(keeper, "select pg_table_size(to_regclass(?))", original(table));
    }
    if (bytes > mostBytes) {
      throw new MigrationFailed(
          MigrationFailed.BACKUP_TOO_LARGE,
          "The tables have %d bytes, and a built-in backup may have %d"
              .formatted(bytes, mostBytes));
    }
  }

  private TableBackup copy(Connection keeper, String id, int number, Table table)
      throws SQLException, MigrationFailed {
    String copy = BackupTables.name(id, number);
    String columns = BackupTables.columns(table, ownTypes);
    Jdbc.run(
        keeper,
        "create table %s as select %s from only %s".formatted(copy, columns, original(table)));
    String before =
        Jdbc.literally(
                keeper,
                BackupTables.digest(columns, "only " + original(table)),
                row -> row.getString(1))
            .get(0);
    String after = digestOf(keeper, table, copy);
    if (!before.equals(after)) {
      throw differs(table);
    }
    long bytes = Jdbc.number(keeper, "select pg_table_size(to_regclass(?))", copy);
    return new TableBackup(
        table.name(),
        Long.parseLong(after.substring(0, after.indexOf(':'))),
        bytes,
        after.substring(after.indexOf(':') + 1));
  }

  private static String digestOf(Connection connection, Table table, String copy)
      throws SQLException {
    String columns =
        table.columns().stream()
            .map(column -> Sql.quote(column.name()))
            .collect(Collectors.joining(", "));
    return Jdbc.literally(connection, BackupTables.digest(columns, copy), row -> row.getString(1))
        .get(0);
  }

  private String original(Table table) {
    return Sql.quote(site.schema()) + "." + Sql.quote(table.name());
  }

  /** Restores it beside everything and compares. */
  void verify(Backup backup) throws SQLException, MigrationFailed {
    List<Table> tables = tables(backup.tables().stream().map(TableBackup::table).toList());
    try (ScratchCopy scratch = ScratchCopy.make(site)) {
      Sessions.expect(scratch.connection(), Budget.PATIENT.statementMillis());
      if (site.managed()) {
        Jdbc.run(
            scratch.keeper(),
            "grant usage on schema freehold_backups to " + Sql.quote(scratch.role()));
      }
      Catalog plain =
          new Catalog(
              tables.stream().map(TableCopies::withoutReferences).toList(),
              catalog.enums(),
              catalog.others());
      scratch.build(plain, () -> restore(scratch, backup, tables));
      for (int i = 0; i < tables.size(); i++) {
        requireSame(scratch.connection(), tables.get(i), backup.tables().get(i));
      }
    }
  }

  private static Table withoutReferences(Table table) {
    return new Table(
        table.name(),
        table.columns(),
        table.constraints().stream()
            .filter(constraint -> constraint.kind() != Constraint.Kind.FOREIGN_KEY)
            .toList(),
        table.indexes().stream().filter(index -> index.ofConstraint()).toList(),
        table.rows(),
        table.bytes());
  }

  private void restore(ScratchCopy scratch, Backup backup, List<Table> tables) throws SQLException {
    for (int number = 0; number < tables.size(); number++) {
      Table table = tables.get(number);
      String copy = BackupTables.name(backup.id(), number);
      if (site.managed()) {
        Jdbc.run(scratch.keeper(), "grant select on " + copy + " to " + Sql.quote(scratch.role()));
      }
      String names =
          BackupTables.stored(table).stream()
              .map(column -> Sql.quote(column.name()))
              .collect(Collectors.joining(", "));
      String values =
          BackupTables.stored(table).stream()
              .map(column -> Sql.quote(column.name()) + "::" + column.type())
              .collect(Collectors.joining(", "));
      if (!names.isEmpty()) {
        Jdbc.run(
            scratch.connection(),
            "insert into %s (%s) overriding system value select %s from %s"
                .formatted(Sql.quote(table.name()), names, values, copy));
      }
    }
  }

  private void requireSame(Connection scratch, Table table, TableBackup backup)
      throws SQLException, MigrationFailed {
    String restored =
        Jdbc.literally(
                scratch,
                BackupTables.digest(BackupTables.columns(table, ownTypes), Sql.quote(table.name())),
                row -> row.getString(1))
            .get(0);
    if (!restored.equals(backup.rows() + ":" + backup.hash())) {
      throw differs(table);
    }
  }

  private static MigrationFailed differs(Table table) {
    return new MigrationFailed(
        MigrationFailed.BACKUP_DIFFERS,
        "The copy of the table " + table.name() + " is not what it was made of");
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
