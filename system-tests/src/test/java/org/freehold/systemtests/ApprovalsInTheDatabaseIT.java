package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever gets past the server's gates with statements of their own meets the database's. */
class ApprovalsInTheDatabaseIT {
  private TestTenant tenant;
  private String release;
  private String deployment;
  private Connection connection;

  @BeforeEach
  void signInAsTheServerDoes() throws SQLException {
    tenant = Fixtures.tenant();
    ReleaseSteps steps = new ReleaseSteps(tenant.api());
    steps.policy("dev", Map.of("approvals", 1));
    release = steps.prepared("dev", ReleaseSteps.table("seen")).string("release_id");
    deployment =
        tenant
            .api()
            .get("/api/releases/" + release + "/deployments")
            .is(200)
            .items()
            .get(0)
            .getString("id");
    connection = Installation.database().app().connect();
    connection.setAutoCommit(false);
    Database.run(connection, "set local search_path to tenant");
    Database.run(connection, "set local app.tenant_id to '" + tenant.id() + "'");
  }

  @AfterEach
  void leave() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"promoting", "verifying", "soaking", "live", "superseded"})
  void noStatementGetsADeploymentPastItsPlanWithoutApprovals(String status) {
    refused("update deployment set status = '" + status + "' where id = '" + deployment + "'");
  }

  @Test
  void anApprovalOfSomethingElseIsNone() throws SQLException {
    String manager = tenant.user("manager").id();
    approval(manager, "sha256:" + "0".repeat(64));
    refused(promoting());
  }

  @Test
  void whoPreparedItIsNotCounted() throws SQLException {
    approval(tenant.owner().id(), digest());
    refused(promoting());
  }

  @Test
  void whoAsksIsNotCounted() throws SQLException {
    String manager = tenant.user("manager").id();
    approval(manager, digest());
    refused(
        "update deployment set status = 'promoting', requested_by = '%s' where id = '%s'"
            .formatted(manager, deployment));
  }

  @Test
  void aSearchPathLeadsNowhereElse() {
    refused(
        "set local search_path to pg_catalog; update tenant.deployment set status = 'promoting'"
            + " where id = '"
            + deployment
            + "'");
  }

  @Test
  void withAnApprovalItGoes() throws SQLException {
    approval(tenant.user("manager").id(), digest());
    Database.run(connection, promoting());
    assertThat(
            Database.texts(
                connection, "select status from deployment where id = '" + deployment + "'"))
        .isEqualTo(List.of("promoting"));
  }

  @Test
  void whatWasSaidIsNeitherChangedNorRemoved() throws SQLException {
    approval(tenant.user("manager").id(), digest());
    for (String sql :
        List.of(
            "update tenant.release_approval set decision = 'approved'",
            "delete from tenant.release_approval")) {
      assertThatThrownBy(() -> Database.run(connection, sql))
          .hasMessageContaining("permission denied");
      connection.rollback();
    }
  }

  private String promoting() {
    return "update deployment set status = 'promoting' where id = '" + deployment + "'";
  }

  private void refused(String sql) {
    assertThatThrownBy(() -> Database.run(connection, sql))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("23514");
  }

  private String digest() throws SQLException {
    return Database.texts(
            connection, "select manifest_digest from deployment where id = '" + deployment + "'")
        .get(0);
  }

  private void approval(String user, String digest) throws SQLException {
    Database.run(
        connection,
        ("insert into release_approval (tenant_id, id, deployment_id, user_id, decision,"
                + " manifest_digest, envelope, at) values ('%s', gen_random_uuid(), '%s', '%s',"
                + " 'approved', '%s', '{}', now())")
            .formatted(tenant.id(), deployment, user, digest));
  }
}
