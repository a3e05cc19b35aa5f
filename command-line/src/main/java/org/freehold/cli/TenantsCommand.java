package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The customers of the installation. */
@Command(
    name = "tenants",
    description = "See and steer tenants.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold tenants list"})
final class TenantsCommand {
  private static final String TENANTS = "/api/tenants";

  @Command(
      name = "list",
      description = "List the tenants that you may see.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold tenants list --status active"})
  int list(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Option(names = "--status", paramLabel = "STATUS", description = "Only with this status.")
          String status,
      @Option(names = "--tier", paramLabel = "TIER", description = "Only of this tier.")
          String tier) {
    Given filters = new Given().with("status", status).with("tier", tier);
    return connection.show(
        connection.platform().list(TENANTS, filters.values(), limit.rows()),
        Table.columns("slug", "name", "status", "tier", "owner_email:owner", "created_at:created"));
  }

  @Command(
      name = "show",
      description = "Show a tenant.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold tenants show demo"})
  int show(
      @Mixin Connection connection,
      @Parameters(paramLabel = "SLUG", description = "Its short name.") String slug) {
    return connection.show(connection.platform().get(path(slug)));
  }

  @Command(
      name = "create",
      description = "Create a tenant; it is pending until it is activated.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold tenants create techcorp --name 'Tech Corp' --owner ann@techcorp.example"
      })
  int create(
      @Mixin Connection connection,
      @Parameters(paramLabel = "SLUG", description = "Its short name.") String slug,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "NAME",
              description = "The name for people.")
          String name,
      @Option(
              names = "--owner",
              required = true,
              paramLabel = "ADDRESS",
              description = "Who owns it.")
          String owner,
      @Option(
              names = "--tier",
              paramLabel = "TIER",
              description = "The plan's tier; the server's default when absent.")
          String tier) {
    JsonObject body =
        new Given()
            .with("slug", slug)
            .with("name", name)
            .with("owner_email", owner)
            .with("tier", tier)
            .toJson();
    JsonObject tenant = connection.platform().post(TENANTS, body);
    return connection.done(
        tenant,
        "Tenant %s is made; it is %s. Let it begin: freehold tenants activate %s"
            .formatted(slug, tenant.getString("status"), slug));
  }

  @Command(
      name = "activate",
      description = "Let a new tenant begin.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold tenants activate techcorp"})
  int activate(
      @Mixin Connection connection,
      @Parameters(paramLabel = "SLUG", description = "Its short name.") String slug) {
    return step(connection, slug, "activate");
  }

  @Command(
      name = "suspend",
      description = "Let a tenant only read until it is resumed.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold tenants suspend techcorp"})
  int suspend(
      @Mixin Connection connection,
      @Parameters(paramLabel = "SLUG", description = "Its short name.") String slug) {
    return step(connection, slug, "suspend");
  }

  @Command(
      name = "resume",
      description = "Let a suspended tenant work again; an archived one is suspended then.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold tenants resume techcorp"})
  int resume(
      @Mixin Connection connection,
      @Parameters(paramLabel = "SLUG", description = "Its short name.") String slug) {
    return step(connection, slug, "resume");
  }

  @Command(
      name = "archive",
      description = "Close a tenant; resume brings it back, suspended.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold tenants archive techcorp"})
  int archive(
      @Mixin Connection connection,
      @Parameters(paramLabel = "SLUG", description = "Its short name.") String slug) {
    return step(connection, slug, "archive");
  }

  private static int step(Connection connection, String slug, String step) {
    JsonObject tenant = connection.platform().post(path(slug) + "/" + step, null);
    return connection.done(
        tenant, "Tenant %s is now %s.".formatted(slug, tenant.getString("status")));
  }

  private static String path(String slug) {
    return TENANTS + "/" + encoded(slug);
  }
}
