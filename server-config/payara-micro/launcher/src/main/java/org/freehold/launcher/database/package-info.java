/** PostgreSQL, embedded or outside: started, given its roles, migrated, and stopped. */
package org.freehold.launcher.database;
