/**
 * The command {@code freehold}: PostgreSQL, migrations and Payara Micro in one go. Knows the server
 * only from outside: its process, its environment and its address.
 */
package org.freehold.launcher;
