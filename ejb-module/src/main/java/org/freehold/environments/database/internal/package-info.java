/**
 * Plain JDBC on the databases of environments: no container, no transaction of the business, and no
 * statement of one schema run with the rights of another. Two kinds of sessions never mix: the
 * keeper, who makes schemas and roles and runs nothing that an environment could have written; and
 * the role of one environment, whose rights end at its schema.
 */
package org.freehold.environments.database.internal;
