/** Payara Micro as a process of its own: its files, its environment, its log and its end. */
package org.freehold.launcher.server;
