/** The data folder: who may use it, what it holds, and the secrets in it. */
package org.freehold.launcher.folder;
