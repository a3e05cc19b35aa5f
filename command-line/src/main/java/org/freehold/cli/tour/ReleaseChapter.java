package org.freehold.cli.tour;

import static jakarta.json.Json.createArrayBuilder;
import static jakarta.json.Json.createObjectBuilder;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Optional;
import org.freehold.cli.rest.DeploymentWatch;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.Server;
import org.freehold.cli.rest.Tokens;

/** Plans a table for dev, brings it there, and undoes it. */
final class ReleaseChapter {
  private static final String RELEASES = "/api/releases";

  private ReleaseChapter() {}

  static void play(Visit visit) {
    Caller owner = visit.signedIn("owner@" + visit.slug() + ".example").in(visit.slug());
    JsonObject prepare =
        createObjectBuilder().add("to_env", "dev").add("bundle_data", bundle()).build();
    JsonObject prepared = owner.post(RELEASES + "/prepare", prepare).is(200).object();
    String release = prepared.getString("release_id");
    JsonObject promote =
        createObjectBuilder().add("release_id", release).add("to_env", "dev").build();
    follow(visit, owner.post(RELEASES + "/promote", promote).is(202).object(), "live");
    Reply preview =
        owner.get(RELEASES + "/" + release + "/rollback-preview?environment=dev").is(200);
    JsonObject rollback =
        createObjectBuilder()
            .add("release_id", release)
            .add("environment", "dev")
            .add("loss_preview", preview.string("digest"))
            .build();
    follow(visit, owner.post(RELEASES + "/rollback", rollback).is(202).object(), "rolled_back");
  }

  private static JsonObjectBuilder bundle() {
    JsonObjectBuilder id =
        createObjectBuilder().add("name", "id").add("type", "uuid").add("primary_key", true);
    JsonObjectBuilder name =
        createObjectBuilder()
            .add("name", "name")
            .add("type", "varchar(255)")
            .add("nullable", false);
    JsonObjectBuilder change =
        createObjectBuilder()
            .add("type", "create_table")
            .add("table", "test_table")
            .add("columns", createArrayBuilder().add(id).add(name));
    return createObjectBuilder()
        .add("database", createObjectBuilder().add("changes", createArrayBuilder().add(change)));
  }

  /** To its end, which must be this one. */
  private static void follow(Visit visit, JsonObject deployment, String status) {
    String token = visit.made("token of owner@" + visit.slug() + ".example");
    Server server =
        new Server(URI.create(visit.base()), Optional.of(visit.slug()), Tokens.fixed(token));
    JsonObject ended =
        new DeploymentWatch(
                server,
                true,
                line -> visit.out().println("  " + Masked.text(line.getString("message"))),
                now -> visit.out().println("  " + now.getString("status")))
            .toTheEnd(deployment);
    visit.out().flush();
    if (!ended.getString("status").equals(status)) {
      throw new Failure(
          "The release is " + ended.getString("status") + " and not " + status + ".", "");
    }
  }
}
