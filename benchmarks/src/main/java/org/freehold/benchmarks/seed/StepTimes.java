package org.freehold.benchmarks.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.freehold.launcher.database.DatabaseLogin;

/** What the batch runtime noted of the steps of the last seed. */
record StepTimes(DatabaseLogin administrator) {
  private static final String SECONDS =
      """
      select extract(epoch from endtime - starttime) from batch.jbatchstepexecutioninstancedata
      where stepname = ? and jobexecid =
        (select max(jobexecid) from batch.jbatchstepexecutioninstancedata where stepname = 'finish')""";

  double seconds(String step) {
    try (Connection connection = administrator.connect();
        PreparedStatement statement = connection.prepareStatement(SECONDS)) {
      statement.setString(1, step);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("The last seed had no step " + step);
        }
        return row.getDouble(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The steps could not be read", e);
    }
  }
}
