package org.freehold.releases.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.freehold.engine.migration.AlterColumn;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.CreateTable;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;

class JsonBundleReaderTest {
  private static List<Change> read(String changes) {
    return changes("{\"database\":{\"changes\":[" + changes + "]}}");
  }

  private static List<Change> changes(String bundle) {
    return new JsonBundleReader().changes(JsonText.parseObject(bundle), Set.of("flags"));
  }

  private static List<Fault> faults(String bundle) {
    return catchThrowableOfType(Invalid.class, () -> changes(bundle)).faults();
  }

  private static void refuses(String bundle, String pointer, String code) {
    assertThat(faults(bundle))
        .anySatisfy(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/bundle_data" + pointer);
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.detail()).isNotBlank();
            });
  }

  @Test
  void takesTheSimplestTableAsItStands() {
    List<Change> changes =
        read(
            """
            {"type":"create_table","table":"test_table","columns":[
             {"name":"id","type":"uuid","primary_key":true},
             {"name":"name","type":"varchar(255)","nullable":false}]}""");
    assertThat(changes.get(0)).isInstanceOf(CreateTable.class);
    Plan plan = MigrationPlanner.plan(Catalog.EMPTY, changes, "r1");
    assertThat(plan.refused()).isFalse();
    assertThat(plan.steps().get(0).up())
        .containsExactly(
            "CREATE TABLE \"test_table\" (\"id\" uuid NOT NULL, \"name\" character varying(255) NOT"
                + " NULL, CONSTRAINT \"test_table_pkey\" PRIMARY KEY (\"id\"))");
  }

  @Test
  void leavesOtherSectionsToOthers() {
    assertThat(changes("{\"flags\":[1]}")).isEmpty();
    refuses("{\"roles\":[]}", "/roles", "unknown_field");
    refuses("{\"roles\":[]}", "/database", "required");
  }

  @Test
  void tellsADroppedDefaultFromNone() {
    assertThat(
            read("{\"type\":\"alter_column\",\"table\":\"t\",\"column\":\"c\",\"default\":null}"))
        .first()
        .extracting(change -> ((AlterColumn) change).defaultSql())
        .isEqualTo(Optional.empty());
    assertThat(read("{\"type\":\"alter_column\",\"table\":\"t\",\"column\":\"c\",\"unique\":true}"))
        .first()
        .extracting(change -> ((AlterColumn) change).defaultSql())
        .isNull();
  }

  @Test
  void namesThePlaceOfEveryFault() {
    refuses("{}", "/database", "required");
    refuses("{\"database\":{\"changes\":[]}}", "/database/changes", "size");
    refuses("{\"database\":{\"changes\":{}}}", "/database/changes", "type");
    refuses("{\"database\":{\"changes\":[1]}}", "/database/changes/0", "type");
    refuses("{\"database\":{\"changes\":[{}]}}", "/database/changes/0/type", "required");
    refuses(
        "{\"database\":{\"changes\":[{\"type\":\"drop_all\"}]}}",
        "/database/changes/0/type",
        "not_allowed");
    refuses("{\"database\":{\"changes\":[]},\"pages\":{}}", "/pages", "unknown_field");
    refuses(
        "{\"database\":{\"changes\":[{\"drop_table\":{\"name\":\"t\"}}]}}",
        "/database/changes/0",
        "type");
  }

  @Test
  void tellsAllFaultsAtOnce() {
    String bundle =
        """
        {"database":{"changes":[
          {"type":"create_table","table":"t","columns":[{"name":1,"type":"int","size":3}]},
          {"type":"rename_table","from":"a"},
          {"type":"create_index","table":"t","name":"i","columns":[{"name":"c","sort":"UP"}]}]}}""";
    assertThat(faults(bundle))
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/bundle_data/database/changes/0/columns/0/name",
            "/bundle_data/database/changes/0/columns/0/size",
            "/bundle_data/database/changes/1/to",
            "/bundle_data/database/changes/2/columns/0/sort");
  }
}
