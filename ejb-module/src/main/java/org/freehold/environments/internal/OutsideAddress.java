package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.database.internal.Login;
import org.freehold.environments.database.internal.Site;
import org.freehold.platform.Invalid;
import org.freehold.platform.NoTransaction;
import org.freehold.platform.outbound.AllowedNetworks;

/**
 * The address of a database that a tenant names. Only addresses of the public network are called,
 * and those that the operator allows; the name is looked up anew for each connection, which then
 * goes to the very address that was checked.
 */
@ApplicationScoped
public class OutsideAddress {
  private static final Pattern FORM =
      Pattern.compile(
          "jdbc:postgresql://(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]{1,253})(:[0-9]{1,5})?"
              + "/([A-Za-z0-9_.-]{1,63})(\\?sslmode=(?:disable|prefer|require))?");
  private static final String POINTER = "/target/jdbc_url";

  @Inject private EnvironmentSettings settings;

  /** {@link Invalid} when it may not be called. Never inside a transaction: names take time. */
  public void check(String jdbcUrl) {
    NoTransaction.require();
    Matcher parts = FORM.matcher(jdbcUrl);
    if (!parts.matches()) {
      throw Invalid.at(
          POINTER,
          "format",
          "Write it as jdbc:postgresql://host:5432/database, with ?sslmode=require where you like.");
    }
    try {
      if (!guard().allows(InetAddress.getAllByName(parts.group(1)))) {
        throw Invalid.at(
            POINTER, "forbidden_address", "The host lies in a network that may not be called.");
      }
    } catch (UnknownHostException e) {
      throw Invalid.at(POINTER, "unknown_host", "The name of the host leads to no address.");
    }
  }

  /** The same site with the address in place of the name; a managed one is left as it is. */
  public Site pinned(Site site) throws MigrationFailed {
    if (site.managed()) {
      return site;
    }
    Login login = site.keeper();
    try {
      return Site.outside(
          site.environment(),
          new Login(pinned(login.jdbcUrl()), login.user(), login.password()),
          site.schema());
    } catch (UnknownHostException e) {
      throw new MigrationFailed(MigrationFailed.UNREACHABLE, 0, null, e.getMessage(), null, e);
    }
  }

  /** The same with the address in place of the name. */
  String pinned(String jdbcUrl) throws UnknownHostException {
    Matcher parts = FORM.matcher(jdbcUrl);
    if (!parts.matches()) {
      throw new UnknownHostException("no address of PostgreSQL");
    }
    InetAddress[] addresses = InetAddress.getAllByName(parts.group(1));
    if (!guard().allows(addresses)) {
      throw new UnknownHostException(parts.group(1) + " lies in a network that may not be called");
    }
    String address = addresses[0].getHostAddress();
    String host = address.contains(":") ? "[" + address + "]" : address;
    String port = parts.group(2) == null ? ":5432" : parts.group(2);
    String query = parts.group(4) == null ? "?sslmode=require" : parts.group(4);
    return "jdbc:postgresql://" + host + port + "/" + parts.group(3) + query;
  }

  private AddressGuard guard() {
    return AllowedNetworks.guard(settings.allowedNetworks());
  }
}
