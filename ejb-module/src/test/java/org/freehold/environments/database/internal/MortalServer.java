package org.freehold.environments.database.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.postgresql.PGConnection;

/**
 * A server as PostgreSQL sees it, that dies after so many statements and commits. From then on none
 * of its connections is heard of again, and whatever it still tries to say is refused.
 */
final class MortalServer implements Driver, AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Set<String> SAYINGS =
      Set.of("execute", "executeQuery", "executeUpdate", "commit");

  private final String prefix = "jdbc:mortal:" + COUNT.incrementAndGet() + ":";
  private final Death death;
  private final List<Connection> real = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  /** Null for one that lives on. */
  MortalServer(Death death) throws SQLException {
    this.death = death;
    DriverManager.registerDriver(this);
  }

  /** The site as this server reaches it. */
  Site reach(Site site) {
    Login keeper = site.keeper();
    return Site.managed(
        site.environment(),
        new Login(prefix + keeper.jdbcUrl(), keeper.user(), keeper.password()),
        site.connections());
  }

  /** The statements and commits that it has sent. */
  List<String> said() {
    return said;
  }

  boolean isDead() {
    return death != null && said.size() >= death.at();
  }

  /** How it ended, for whoever reads a failure. */
  String epitaph() {
    return isDead() ? death + " at: " + said.get(said.size() - 1) : "alive";
  }

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    requireLife();
    Connection connection = DriverManager.getConnection(url.substring(prefix.length()), properties);
    real.add(connection);
    return proxy(Connection.class, connection, connection, "");
  }

  private <T> T proxy(Class<T> type, Object target, Connection connection, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object answer = call(target, connection, sql, method, arguments);
              if (answer instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement, connection, text(sql, arguments));
              }
              return answer instanceof Statement statement && target instanceof Connection
                  ? proxy(Statement.class, statement, connection, "")
                  : answer;
            }));
  }

  private static String text(String prepared, Object... arguments) {
    return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
        ? sql
        : prepared;
  }

  private Object call(
      Object target, Connection connection, String sql, Method method, Object... arguments)
      throws Throwable {
    if (isDead()) {
      return afterDeath(method.getName());
    }
    if (!SAYINGS.contains(method.getName())) {
      return invoke(target, method, arguments);
    }
    String words = method.getName().equals("commit") ? "commit" : text(sql, arguments);
    said.add(words);
    if (!isDead()) {
      return invoke(target, method, arguments);
    }
    death.strike(() -> method.invoke(target, arguments), words, connection);
    for (Connection one : real) {
      if (!death.isSilent() || isKeeper(one)) {
        end(one);
      }
    }
    throw dead();
  }

  private Object afterDeath(String method) throws SQLException {
    return switch (method) {
      case "close" -> null;
      case "isClosed" -> true;
      default -> throw dead();
    };
  }

  private static Object invoke(Object target, Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static SQLException dead() {
    return new SQLException("The server is dead", "08006");
  }

  private void requireLife() throws SQLException {
    if (isDead()) {
      throw dead();
    }
  }

  private static boolean isKeeper(Connection connection) throws SQLException {
    return connection.getMetaData().getUserName().equals(EnvironmentServer.keeper().user());
  }

  /** What was not committed is rolled back, and its locks are gone, when this returns. */
  static void end(Connection connection) throws SQLException {
    try (Connection superuser = EnvironmentServer.superuser()) {
      Jdbc.text(superuser, "select pg_terminate_backend(?, 5000)", session(connection));
    }
  }

  static int session(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
    for (Connection one : real) {
      one.close();
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(prefix);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(MortalServer.class.getName());
  }
}
